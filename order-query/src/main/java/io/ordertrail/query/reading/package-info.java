/** How rows and streams are read, whatever the subject: one thing, or a page of a list. */
@NullMarked
package io.ordertrail.query.reading;

import org.jspecify.annotations.NullMarked;
