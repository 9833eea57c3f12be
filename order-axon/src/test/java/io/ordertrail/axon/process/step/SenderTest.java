package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.RequestRefusal.OutrunByAnother;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseRefusal.OnHold;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.ProcessProbe;
import io.ordertrail.axon.process.step.Outcome.Accepted;
import io.ordertrail.axon.process.step.Outcome.Failed;
import io.ordertrail.axon.process.step.Outcome.NotNow;
import io.ordertrail.axon.process.step.Outcome.RefusedBy;
import io.ordertrail.axon.process.step.Outcome.Unreadable;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import io.ordertrail.axon.serialization.JsonForTests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final StepId ID = StepId.of("fulfilment", "order-1", "note");
    private static final AddNote NOTE = ProcessProbe.note("order-1", "hello");
    private static final Map<String, String> CAUSE =
            Map.of(MetaKeys.CORRELATION_ID, "c-1", MetaKeys.CAUSATION_ID, "event-1", MetaKeys.TRACE_ID, "t-1");

    private final StepJson json = new StepJson(JsonForTests.serializer(Contract.byName()));
    private final List<Object> sent = new ArrayList<>();
    private MetaData metaData = MetaData.emptyInstance();

    @Test
    void what_was_to_be_sent_is_sent_in_the_name_of_the_process() {
        assertThat(send(NOTE, null)).isEqualTo(new Accepted());
        assertThat(sent).containsExactly(NOTE);
        assertThat(metaData)
                .isEqualTo(MetaData.from(Map.of(
                        MetaKeys.ACTOR, "fulfilment",
                        MetaKeys.ROLES, "SERVICE",
                        MetaKeys.COMMAND_ID, ID.commandId(),
                        MetaKeys.CORRELATION_ID, "c-1",
                        MetaKeys.CAUSATION_ID, "event-1",
                        MetaKeys.TRACE_ID, "t-1")));
    }

    @Test
    void amounts_are_sent_digit_for_digit() {
        RecordPayment payment =
                new RecordPayment("order-1", "payment-1", Money.parse("EUR 1234567890123.10"), null, null);
        send(payment, null);
        assertThat(sent).containsExactly(payment);
    }

    @Test
    void a_rules_no_is_a_refusal() {
        Refusal no = new OnHold("fraud check");
        assertThat(send(NOTE, new Refused(no))).isEqualTo(new RefusedBy("ON_HOLD", no.detail()));
    }

    @Test
    void that_another_was_faster_is_a_no_of_the_moment() {
        assertThat(send(NOTE, new Refused(new OutrunByAnother()))).isInstanceOf(NotNow.class);
        assertThat(send(NOTE, new Refused(new RequestInProgress("key")))).isInstanceOf(NotNow.class);
    }

    /** A refusal of any subject may be of the moment only. */
    @Test
    void whatever_says_so_of_itself_is_a_no_of_the_moment() {
        record Busy() implements OfAttempt {
            @Override
            public Kind kind() {
                return Kind.CONFLICT;
            }

            @Override
            public String detail() {
                return "It is busy.";
            }
        }
        assertThat(send(NOTE, new Refused(new Busy()))).isEqualTo(new NotNow("BUSY", "It is busy."));
    }

    @Test
    void no_answer_is_a_failure() {
        assertThat(send(NOTE, new Unavailable("No answer in 30 s", null)))
                .isEqualTo(new Failed("UNAVAILABLE", "No answer in 30 s"));
    }

    @Test
    void a_bug_is_a_failure_whose_message_is_not_stored() {
        assertThat(send(NOTE, new IllegalStateException("secret")))
                .isEqualTo(new Failed("ILLEGAL_STATE_EXCEPTION", "The command failed; the log has more."));
    }

    @Test
    void a_command_that_nobody_knows_and_one_that_is_none_cannot_be_read() {
        assertThat(send(step("order.NeverHeardOf", "{}", "{}"), null)).isEqualTo(new Unreadable());
        assertThat(send(step("order.AddNote", "{\"orderId\":", "{}"), null)).isEqualTo(new Unreadable());
        assertThat(send(step("order.AddNote", "{}", "{"), null)).isEqualTo(new Unreadable());
        assertThat(sent).isEmpty();
    }

    private Outcome send(Object command, RuntimeException failure) {
        SerializedObject<String> stored = json.write(command);
        return send(step(stored.getType().getName(), stored.getData(), json.write(CAUSE)), failure);
    }

    private Outcome send(WaitingStep step, RuntimeException failure) {
        return new Sender(json, (received, data) -> {
                    sent.add(received);
                    metaData = data;
                    if (failure != null) {
                        throw failure;
                    }
                })
                .send(ID, step);
    }

    private static WaitingStep step(String command, String payload, String cause) {
        return new WaitingStep(
                ID.text(), 1, 0, "order-1", Answer.ANY, true, Instant.EPOCH, command, "1", payload, cause, 0, false);
    }
}
