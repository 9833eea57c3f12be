/** Personal data in what is stored: encrypted with a key for each customer, so that it can be forgotten. */
@NullMarked
package io.ordertrail.axon.personal;

import org.jspecify.annotations.NullMarked;
