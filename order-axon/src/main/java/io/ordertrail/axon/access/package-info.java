/** Who may come in: the keys of programs, and where they are kept. */
@NullMarked
package io.ordertrail.axon.access;

import org.jspecify.annotations.NullMarked;
