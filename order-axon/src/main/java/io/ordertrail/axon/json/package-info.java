/** JSON, as all of the service reads and writes it. */
@org.jspecify.annotations.NullMarked
package io.ordertrail.axon.json;
