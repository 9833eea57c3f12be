package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.query.projection.BatchTest.Word;
import io.ordertrail.query.projection.BatchTest.Words;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class ProjectorTest {

    private final Projector<Word> projector = new Projector<>(
            new Words(),
            InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder().build(),
            TransactionOperations.withoutTransaction(),
            new Arrivals());

    @Test
    void an_event_that_does_not_concern_the_projection_costs_it_no_transaction() {
        assertThat(projector.canHandle(GenericEventMessage.asEventMessage(5))).isFalse();
        assertThat(projector.canHandle(GenericEventMessage.asEventMessage("five")))
                .isTrue();
    }
}
