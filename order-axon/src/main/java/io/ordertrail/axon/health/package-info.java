/** What the health of a node is made from. */
@NullMarked
package io.ordertrail.axon.health;

import org.jspecify.annotations.NullMarked;
