package io.ordertrail.api.audit;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Why an auditor is told nothing. */
public sealed interface AuditRefusal extends Refusal {

    @Named("audit.refusal.NoCheckpoint")
    @Sentence("There is no checkpoint yet; where an Axon Server stores the events, there will be none.")
    record NoCheckpoint() implements AuditRefusal, NotFound {}
}
