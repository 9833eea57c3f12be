/** Figures over many orders: what was sold, what was given back, what is to be sent. */
@NullMarked
package io.ordertrail.api.report;

import org.jspecify.annotations.NullMarked;
