/** What an auditor reads: what was refused, and the checkpoints of the chain of events. */
@NullMarked
package io.ordertrail.app.audit;

import org.jspecify.annotations.NullMarked;
