/** What a later release has stored and this one does not know: found, and refused. */
@NullMarked
package io.ordertrail.axon.unknown;

import org.jspecify.annotations.NullMarked;
