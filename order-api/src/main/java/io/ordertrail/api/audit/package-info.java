/**
 * What was refused, and the proof that nothing stored was changed: the audit log, the chain of events and its
 * checkpoints.
 */
@NullMarked
package io.ordertrail.api.audit;

import org.jspecify.annotations.NullMarked;
