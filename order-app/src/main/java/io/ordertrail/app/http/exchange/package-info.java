/** Requests and answers as the endpoints see them: idempotency, conditional requests, batches, and reads that wait. */
@NullMarked
package io.ordertrail.app.http.exchange;

import org.jspecify.annotations.NullMarked;
