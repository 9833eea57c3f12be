/** Capsules: their events, their file, and how one becomes a store. */
@NullMarked
package io.ordertrail.axon.capsule;

import org.jspecify.annotations.NullMarked;
