/** Handles what is asked of the keys of programs and the tokens of people. */
@NullMarked
package io.ordertrail.command.access;

import org.jspecify.annotations.NullMarked;
