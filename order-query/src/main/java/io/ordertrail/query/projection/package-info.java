/** Event processors that keep read models up to date, and what can be asked of them, whatever the subject. */
@NullMarked
package io.ordertrail.query.projection;

import org.jspecify.annotations.NullMarked;
