/** What is said between the rooms of Ordertrail: commands, events, queries, views and the values they hold. */
@NullMarked
package io.ordertrail.api;

import org.jspecify.annotations.NullMarked;
