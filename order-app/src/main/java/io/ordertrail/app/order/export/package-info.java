/** Orders as one document: CSV, or JSON on a line each. */
@NullMarked
package io.ordertrail.app.order.export;

import org.jspecify.annotations.NullMarked;
