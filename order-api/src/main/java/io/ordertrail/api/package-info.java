/** The contract between the modules of Ordertrail: commands, events, queries, views and their values. */
@NullMarked
package io.ordertrail.api;

import org.jspecify.annotations.NullMarked;
