/** What a request is refused with (RFC 9457), who sent it, and the trace by which it is found in the log. */
@NullMarked
package io.ordertrail.app.http.problem;

import org.jspecify.annotations.NullMarked;
