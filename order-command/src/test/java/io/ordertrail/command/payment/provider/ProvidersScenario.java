package io.ordertrail.command.payment.provider;

import static io.ordertrail.command.payment.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.OrderCommandNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How payments and their providers get on. What is here may go otherwise on another database. */
@SpringBootTest(
        classes = {OrderCommandNode.class, MoodyProvider.Beans.class},
        properties = {
            "spring.config.name=order-command",
            "ordertrail.payment.provider-timeout=500ms",
            "ordertrail.payment.lookup-delays=50ms,100ms,150ms",
            "ordertrail.payment.sandbox.enabled=true",
            "ordertrail.payment.sandbox.late-after=1s",
            "db-scheduler.polling-interval=50ms"
        })
abstract class ProvidersScenario {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Dispatch dispatch;

    @Autowired
    JdbcClient jdbc;

    private String order;
    String payment;

    @BeforeEach
    void name(TestInfo test) {
        order = OrderId.of(getClass() + test.getDisplayName());
        payment = OrderId.payment(order, "1");
    }

    @Test
    void what_is_promised_and_asked_for_is_taken_once() {
        pay("ok");
        takeAll();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentAuthorized", "PaymentCaptureRequested")
                .happens("PaymentCaptured");
        assertThat(sandbox()).containsExactly("AUTHORIZE SUCCEEDED 100", "CAPTURE SUCCEEDED 100");
        nothingWaits();
    }

    @Test
    void an_answer_that_was_lost_is_looked_up_and_nothing_is_done_twice() {
        pay("timeout");
        takeAll();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentAuthorized")
                .happens("PaymentCaptureRequested", "PaymentOutcomeUnknown", "PaymentCaptured");
        assertThat(sandbox()).containsExactly("AUTHORIZE SUCCEEDED 100", "CAPTURE SUCCEEDED 100");
    }

    @Test
    void P5_a_reference_of_another_payment_settles_nothing() {
        jdbc.sql("insert into claimed_name (kind, name, owner) values ('provider-ref', ?, 'payment-of-somebody')")
                .param("MOODY/stolen")
                .update();
        pay(MoodyProvider.STEALING);
        reaches("PaymentOutcomeOverdue");
        jdbc.sql("delete from claimed_name where kind = 'provider-ref' and name = ?")
                .param("MOODY/stolen")
                .update();
        reaches("PaymentAuthorized");
    }

    @Test
    void P6_however_many_say_so_at_once_it_is_taken_once() throws Exception {
        pay("late");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown");
        fiftyAnswer(PaymentOperation.AUTHORIZE);
        takeAll();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentAuthorized")
                .happens("PaymentCaptureRequested", "PaymentOutcomeUnknown");
        fiftyAnswer(PaymentOperation.CAPTURE);
        noMoreCallsOfTheSandbox();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentAuthorized")
                .happens("PaymentCaptureRequested", "PaymentOutcomeUnknown", "PaymentCaptured");
        assertThat(sandbox()).containsExactly("AUTHORIZE SUCCEEDED 100", "CAPTURE SUCCEEDED 100");
    }

    private void fiftyAnswer(PaymentOperation operation) throws Exception {
        int threads = 50;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<Receipt>> answers = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                String event = n % 2 == 0 ? null : "event-" + n;
                answers.add(() -> {
                    start.await();
                    return answer(operation, Outcome.SUCCEEDED, event);
                });
            }
            for (Future<Receipt> answer : pool.invokeAll(answers)) {
                assertThat(answer.get().id()).isEqualTo(payment);
            }
        } finally {
            pool.shutdown();
        }
    }

    Receipt answer(PaymentOperation operation, Outcome outcome, String eventId) {
        return say(new RecordProviderAnswer(
                payment, operation.key(payment, 1), outcome, null, eventId, operation + " " + payment, null));
    }

    void pay(String token) {
        String method = MoodyProvider.MOODS.contains(token) ? MoodyProvider.NAME : PaymentChoice.SANDBOX;
        say(new InitiatePayment(payment, order, "c-1042", new PaymentChoice(method, null, token), eur("100")));
    }

    /** As the order's ask 1. */
    void takeAll() {
        reaches("PaymentAuthorized");
        say(new CapturePayment(payment, 1, eur("100")));
    }

    Receipt say(PaymentCommand command) {
        return dispatch.send(
                command, MetaData.with(MetaKeys.ROLES, "SERVICE").and(MetaKeys.ACTOR, "test"), Receipt.class);
    }

    /** The payment's events are these, in this order, as soon as it can be; more may be named by another call. */
    Story happens(String... events) {
        return new Story(List.of()).happens(events);
    }

    void reaches(String event) {
        await().atMost(PATIENCE).until(() -> events().contains(event));
    }

    private static final Set<String> FOR_A_PERSON = Set.of("PaymentOutcomeOverdue", "PaymentOutcomeKnown");

    final class Story {

        private final List<String> before;

        Story(List<String> before) {
            this.before = before;
        }

        Story happens(String... events) {
            List<String> all = new ArrayList<>(before);
            all.addAll(List.of(events));
            await().atMost(PATIENCE).until(() -> told(all).size() >= all.size());
            assertThat(told(all)).startsWith(all.toArray(String[]::new));
            return new Story(all);
        }

        /** On a busy machine an answer may come after the last look-up, so that a person is told meanwhile. */
        private List<String> told(List<String> all) {
            return events().stream()
                    .filter(event -> all.contains(event) || !FOR_A_PERSON.contains(event))
                    .toList();
        }

        void reaches(String event) {
            ProvidersScenario.this.reaches(event);
        }
    }

    List<String> events() {
        return jdbc.sql("select payload_type from domain_event where aggregate_id = ? order by sequence_number")
                .param(payment)
                .query((row, n) -> row.getString(1).replace("payment.", ""))
                .list();
    }

    /** What the sandbox did, in its own books. */
    List<String> sandbox() {
        return jdbc.sql(
                        "select operation, outcome, amount from sandbox_operation where payment_id = ? order by done_at")
                .param(payment)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " "
                        + row.getBigDecimal(3).toBigInteger())
                .list();
    }

    void nothingWaits() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting("provider-request")).isZero());
    }

    void noMoreCallsOfTheSandbox() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting("sandbox-call")).isZero());
    }

    private long waiting(String task) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .params(task, payment + "%")
                .query(Long.class)
                .single();
    }
}
