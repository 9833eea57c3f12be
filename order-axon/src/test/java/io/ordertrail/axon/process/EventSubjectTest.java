package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class EventSubjectTest {

    private static final String ORDER = OrderId.of("seed");
    private static final String PAYMENT = OrderId.payment(ORDER, "pay");

    private final EventSubject subject = new EventSubject();

    public record Nobody(String word) {}

    public record OfTransfer(String transferId, String accountId) {}

    public record Maybe(String orderId, String returnId) {}

    @Test
    void the_order_that_an_event_names_is_its_subject_whatever_its_stream() {
        assertThat(of("stock-1", new OrderConfirmed(ORDER, null, Instant.EPOCH)))
                .isEqualTo(ORDER);
        assertThat(of(ORDER, new OrderConfirmed(ORDER, null, Instant.EPOCH))).isEqualTo(ORDER);
    }

    @Test
    void a_part_of_an_order_leads_to_it() {
        assertThat(of(PAYMENT, new Nobody("x"))).isEqualTo(ORDER);
    }

    @Test
    void where_there_is_no_order_the_next_that_it_names_is() {
        assertThat(of("account-1", new OfTransfer("transfer-1", "account-1"))).isEqualTo("transfer-1");
        assertThat(of("x", new Maybe(null, "return-1"))).isEqualTo("return-1");
    }

    @Test
    void else_it_is_what_its_stream_is_of() {
        assertThat(of("account-1", new Nobody("x"))).isEqualTo("account-1");
        EventMessage<?> loose = GenericEventMessage.asEventMessage(new Nobody("x"));
        assertThat(subject.getSequenceIdentifierFor(loose)).isEqualTo(loose.getIdentifier());
    }

    @Test
    void what_became_of_a_step_is_about_whose_queue_it_was_in() {
        assertThat(of("event-1", new StepUnstuck("p", PAYMENT, "k", "", 0, Instant.EPOCH)))
                .isEqualTo(ORDER);
        assertThat(of("event-1", new StepUnstuck("p", "transfer-1", "k", "", 0, Instant.EPOCH)))
                .isEqualTo("transfer-1");
    }

    /** Else it would wait behind the very event that it tells of. */
    @Test
    void that_an_event_is_parked_waits_for_nothing() {
        assertThat(of("event-1", new ParkedEventTaken("processes", ORDER, "id", Instant.EPOCH)))
                .isEqualTo("event-1");
    }

    @Test
    void of_what_cannot_be_read_it_is_what_its_stream_is_of() {
        EventMessage<?> broken = new GenericDomainEventMessage<>(
                "payment",
                PAYMENT,
                1,
                new GenericMessage<>("id", new Nobody("x"), MetaData.emptyInstance()) {
                    @Override
                    public Nobody getPayload() {
                        throw new IllegalStateException("no JSON");
                    }
                },
                Instant.EPOCH);
        assertThat(subject.getSequenceIdentifierFor(broken)).isEqualTo(ORDER);
    }

    private String of(String stream, Object payload) {
        return subject.getSequenceIdentifierFor(new GenericDomainEventMessage<>("type", stream, 0, payload));
    }
}
