/** What a request carries, read strictly: its body, its query parameters, its page of a list and its money. */
@NullMarked
package io.ordertrail.app.http.input;

import org.jspecify.annotations.NullMarked;
