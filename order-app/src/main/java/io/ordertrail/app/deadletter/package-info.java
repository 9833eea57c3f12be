/** What views and processes could not process, over REST. */
@NullMarked
package io.ordertrail.app.deadletter;

import org.jspecify.annotations.NullMarked;
