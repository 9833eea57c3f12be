/** What staff sees of processes and can do where one cannot go on. */
@NullMarked
package io.ordertrail.command.process;

import org.jspecify.annotations.NullMarked;
