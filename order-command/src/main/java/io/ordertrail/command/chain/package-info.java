/** The chain of all events: by it and its checkpoints it shows that nothing stored was changed. */
@NullMarked
package io.ordertrail.command.chain;

import org.jspecify.annotations.NullMarked;
