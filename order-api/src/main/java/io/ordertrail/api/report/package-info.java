/** Figures over many orders: sales, refunds, and what is still to be shipped. */
@NullMarked
package io.ordertrail.api.report;

import org.jspecify.annotations.NullMarked;
