/** What somebody asks to be ordered: checked and priced. */
@NullMarked
package io.ordertrail.model.order.input;

import org.jspecify.annotations.NullMarked;
