/** Reads rows and streams of any subject: one resource, or a page of a list. */
@NullMarked
package io.ordertrail.query.reading;

import org.jspecify.annotations.NullMarked;
