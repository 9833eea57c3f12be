/** Who may come in, by the keys of programs; and who may send what, by their roles. */
@NullMarked
package io.ordertrail.axon.access;

import org.jspecify.annotations.NullMarked;
