/** The bounds of what commands say: each stands here once, and commands and request bodies name it. */
@NullMarked
package io.ordertrail.api.constraint;

import org.jspecify.annotations.NullMarked;
