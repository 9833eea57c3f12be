/**
 * Orders from a CSV file, placed through the REST API like any client would: plain Java, no Spring, nothing from the
 * rooms behind.
 */
@NullMarked
package io.ordertrail.app.importing;

import org.jspecify.annotations.NullMarked;
