/** What of the contract tells about a person, and whose it is. */
@NullMarked
package io.ordertrail.api.personal;

import org.jspecify.annotations.NullMarked;
