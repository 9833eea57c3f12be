/** How a caller reads what their own command did, although the views follow later. */
@NullMarked
package io.ordertrail.app.consistency;

import org.jspecify.annotations.NullMarked;
