/** API keys on the command line. */
@NullMarked
package io.ordertrail.app.keys;

import org.jspecify.annotations.NullMarked;
