/** What all endpoints share: problem details, strict reading, idempotency, conditional requests and limits. */
@NullMarked
package io.ordertrail.app.http;

import org.jspecify.annotations.NullMarked;
