/** Who gets in at all, before anything is asked of them. */
@NullMarked
package io.ordertrail.app.access;

import org.jspecify.annotations.NullMarked;
