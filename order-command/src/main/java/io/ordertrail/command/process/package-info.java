/**
 * The processes between subjects: each turns an event of one into a step to another, and decides and remembers nothing.
 * Beside them, what staff sees of processes and can do where one cannot go on.
 */
@NullMarked
package io.ordertrail.command.process;

import org.jspecify.annotations.NullMarked;
