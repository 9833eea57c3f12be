/** Handles what is asked of the keys of programs. */
@NullMarked
package io.ordertrail.command.access;

import org.jspecify.annotations.NullMarked;
