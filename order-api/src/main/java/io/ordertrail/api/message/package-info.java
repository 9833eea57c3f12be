/** What all messages share: their names, and how a command or a query is answered or refused. */
@NullMarked
package io.ordertrail.api.message;

import org.jspecify.annotations.NullMarked;
