/** The write side of returns: goods on their way back, and the money for them. */
@NullMarked
package io.ordertrail.command.returns;

import org.jspecify.annotations.NullMarked;
