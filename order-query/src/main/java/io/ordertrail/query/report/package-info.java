/** Figures over many orders, kept up to date event by event. */
@NullMarked
package io.ordertrail.query.report;

import org.jspecify.annotations.NullMarked;
