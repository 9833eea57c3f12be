/** Threads that nobody can interrupt, because an interrupt closes the H2 file for the whole process. */
@NullMarked
package io.ordertrail.axon.thread;

import org.jspecify.annotations.NullMarked;
