/** Orders as they are read: view, list, history, and how they stood before. */
@NullMarked
package io.ordertrail.query.order;

import org.jspecify.annotations.NullMarked;
