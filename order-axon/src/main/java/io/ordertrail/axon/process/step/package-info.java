/** Steps: the commands that processes send, kept in the database until they have their answer. */
@NullMarked
package io.ordertrail.axon.process.step;

import org.jspecify.annotations.NullMarked;
