/** Reports over HTTP. */
@NullMarked
package io.ordertrail.app.report;

import org.jspecify.annotations.NullMarked;
