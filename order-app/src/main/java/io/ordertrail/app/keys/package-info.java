/** API keys and the master key on the command line; keys, and tokens that are withdrawn, over HTTP. */
@NullMarked
package io.ordertrail.app.keys;

import org.jspecify.annotations.NullMarked;
