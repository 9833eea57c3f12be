/**
 * Commands and queries: how they are sent, what travels with them, and how a repeated command gets its first answer.
 */
@NullMarked
package io.ordertrail.axon.message;

import org.jspecify.annotations.NullMarked;
