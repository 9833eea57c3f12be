/** What all aggregates and their handlers share, whatever they decide. */
@NullMarked
package io.ordertrail.command.kernel;

import org.jspecify.annotations.NullMarked;
