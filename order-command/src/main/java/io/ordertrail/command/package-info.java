/** The write side: aggregates decide, and what they decided is stored as events. */
@NullMarked
package io.ordertrail.command;

import org.jspecify.annotations.NullMarked;
