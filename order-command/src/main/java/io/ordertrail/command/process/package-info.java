/** The processes between subjects: each turns an event of one into a step to another, and decides and remembers nothing. */
@NullMarked
package io.ordertrail.command.process;

import org.jspecify.annotations.NullMarked;
