package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.Verification.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every claim of the verification is shown failing: a row is spoilt, and the check that must see it does. */
class VerificationIT extends NodeContext {

    private static final String ONE = OrderId.of("one");
    private static final String TWO = OrderId.of("two");

    private static final String ANSWERS =
            "Every acknowledged command's events are stored, up to the version in the answer";
    private static final String ONCE = "No command with an idempotency key took effect twice";
    private static final String GAPLESS = "Per aggregate, sequence numbers are 0..n-1 without gap";
    private static final String READABLE = "Every stored event can be read";
    private static final String CLAIMED = "Every unique name in an event is claimed by its stream";
    private static final String OWNED = "Every claimed name belongs to something that exists";
    private static final String ENDS = "Every pending order has a deadline, and so ends by itself";
    private static final String LEFT = "No deadline waits for an order that has ended, or for a promise that is gone";
    private static final String COUNTED =
            "Captured, refunded and charged back of an order's payments is what the order counts";
    private static final String FOLDED = "Every order's events are consistent, and processes have processed them";
    private static final String HEADS = "Every process has processed all stored events";
    private static final String ASKED =
            "Everything in the sandbox's books was asked for before, and does not count as failed";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path dataDir = Files.createTempDirectory(Path.of("target"), "verification");
        registry.add("ordertrail.data-dir", dataDir::toString);
        // Nothing but the tests changes anything.
        registry.add("ordertrail.processors.auto-start", () -> "false");
    }

    /** Two orders; the first is paid, which makes two events of one command. */
    private void twoOrders() {
        send(create(ONE, "shop-1"), "create one");
        send(create(TWO, "shop-2"), "create two");
        send(pay(ONE), "pay one");
        assertThat(broken()).isEmpty();
    }

    private void spoil(String sql, Object... params) {
        assertThat(jdbc.sql(sql).params(params).update()).isPositive();
    }

    private List<String> broken() {
        return verify().checks().stream()
                .filter(check -> check.breaches() > 0)
                .map(Check::claim)
                .toList();
    }

    @Test
    void I1_an_acknowledged_commands_events_are_gone() {
        twoOrders();
        spoil("delete from domain_event where aggregate_id = ? and sequence_number > 0", ONE);
        assertThat(broken()).containsExactly(ANSWERS);
    }

    @Test
    void I1_an_acknowledged_commands_last_event_is_gone() {
        twoOrders();
        spoil("delete from domain_event where aggregate_id = ? and sequence_number = 2", ONE);
        assertThat(broken()).containsExactly(ANSWERS);
    }

    @Test
    void I1_an_answer_told_another_version() {
        twoOrders();
        spoil("update idempotency_key set answer = replace(answer, '\"version\":2', '\"version\":1')"
                + " where idem_key = 'pay one'");
        assertThat(broken()).containsExactly(ANSWERS);
    }

    @Test
    void I1_an_answer_is_no_receipt() {
        twoOrders();
        spoil("update idempotency_key set answer = '{\"id' where idem_key = 'pay one'");
        assertThat(broken()).containsExactly(ANSWERS);
    }

    @Test
    void I1_a_key_did_something_twice_in_one_stream() {
        twoOrders();
        spoil(
                "update domain_event set metadata = replace(metadata, 'pay one', 'create one')"
                        + " where aggregate_id = ? and sequence_number = 2",
                ONE);
        assertThat(broken()).containsExactly(ANSWERS, ONCE);
    }

    @Test
    void I1_a_key_did_something_in_two_streams() {
        twoOrders();
        spoil(
                "update domain_event set metadata = replace(metadata, 'create two', 'create one')"
                        + " where aggregate_id = ?",
                TWO);
        assertThat(broken()).containsExactly(ANSWERS, ONCE);
    }

    @Test
    void I1_two_commands_bear_one_key() {
        twoOrders();
        spoil(
                "update domain_event set metadata = replace(metadata, '\"causationId\":\"', '\"causationId\":\"other')"
                        + " where aggregate_id = ? and sequence_number = 2",
                ONE);
        assertThat(broken()).containsExactly(ANSWERS, ONCE);
    }

    @Test
    void I2_an_event_in_the_middle_is_gone() {
        twoOrders();
        spoil("delete from domain_event where aggregate_id = ? and sequence_number = 1", ONE);
        assertThat(broken()).containsExactly(GAPLESS);
    }

    @Test
    void I2_a_payload_cannot_be_read() {
        twoOrders();
        spoil("update domain_event set payload = '{\"orderId' where aggregate_id = ? and sequence_number = 2", ONE);
        assertThat(broken()).containsExactly(ANSWERS, READABLE);
    }

    @Test
    void I2_metadata_cannot_be_read() {
        twoOrders();
        spoil("update domain_event set metadata = 'x' where aggregate_id = ? and sequence_number = 2", ONE);
        assertThat(broken()).containsExactly(ANSWERS, READABLE);
    }

    @Test
    void I2_a_type_is_unknown() {
        twoOrders();
        spoil(
                "update domain_event set payload_type = 'order.OrderEaten'"
                        + " where aggregate_id = ? and sequence_number = 2",
                ONE);
        assertThat(broken()).containsExactly(READABLE);
    }

    @Test
    void I2_an_orders_number_is_not_claimed() {
        twoOrders();
        spoil("delete from claimed_name where kind = 'order-number' and owner = ?", ONE);
        assertThat(broken()).containsExactly(CLAIMED);
    }

    @Test
    void I2_an_external_reference_is_claimed_by_another_order() {
        twoOrders();
        spoil("update claimed_name set owner = ? where name = 'WEB/shop-1'", TWO);
        assertThat(broken()).containsExactly(CLAIMED);
    }

    @Test
    void I2_a_name_is_claimed_by_nobody() {
        twoOrders();
        spoil("insert into claimed_name (kind, name, owner) values ('order-number', '2026-999999', 'order-none')");
        assertThat(broken()).containsExactly(OWNED);
    }

    /** The processes have taken in all that is stored, up to this position. */
    private void heardUpTo(long position) {
        spoil(
                "insert into token_entry (processor_name, segment, token, token_type) values ('processes', 0, ?,"
                        + " 'org.axonframework.eventhandling.GapAwareTrackingToken')",
                ("{\"index\":" + position + ",\"gaps\":[]}").getBytes(StandardCharsets.UTF_8));
    }

    /** As the policies have it: the paid order has its payment, and the other its deadline. */
    private void twoOrdersSeenTo() {
        twoOrders();
        send(new RecordManualPayment(pay(ONE).paymentId(), ONE, pay(ONE).amount(), null, Instant.now()), "record");
        deadline(TWO, "expire-order");
        heardUpTo(1_000_000);
        assertThat(verify().checks())
                .allSatisfy(check ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Outcome.OK));
    }

    private void deadline(String order, String kind) {
        spoil(
                "insert into process_step (step, version, subject, process, answer, queued, due_at, command, payload,"
                        + " metadata, failures, stuck, created_at) values (?, 1, ?, 'deadline', 'TOLD', false,"
                        + " current_timestamp, 'c', '{}', '{}', 0, false, current_timestamp)",
                "deadline/" + order + "/" + kind + "//0",
                order);
    }

    @Test
    void I5_an_order_is_pending_and_its_deadline_is_gone() {
        twoOrdersSeenTo();
        spoil("delete from process_step");
        assertThat(broken()).containsExactly(ENDS);
    }

    @Test
    void I8_a_deadline_waits_for_an_order_that_has_ended() {
        twoOrdersSeenTo();
        send(new CancelOrder(TWO, CancellationReason.CUSTOMER, null, null), "cancel two");
        assertThat(broken()).containsExactly(LEFT);
    }

    @Test
    void I8_a_payment_is_gone_that_its_order_counts() {
        twoOrdersSeenTo();
        spoil("delete from domain_event where aggregate_id = ?", pay(ONE).paymentId());
        assertThat(broken()).contains(COUNTED);
    }

    @Test
    void I6_I8_processes_that_stand_still_are_behind_and_nothing_is_broken() {
        twoOrders();
        heardUpTo(0);
        assertThat(broken()).isEmpty();
        assertThat(verify().checks())
                .filteredOn(check -> check.outcome() == Outcome.BEHIND)
                .extracting(Check::claim)
                .containsExactly(FOLDED, HEADS);
    }

    @Test
    void I7_the_sandbox_did_what_nobody_asked_for() {
        twoOrders();
        spoil("insert into sandbox_operation (provider_key, payment_id, operation, token, amount, currency, outcome,"
                + " reference, done_at, told_from) values ('p:capture:1', 'p', 'CAPTURE', 'ok', 10, 'EUR', 'SUCCEEDED',"
                + " 'r', current_timestamp, current_timestamp)");
        assertThat(broken()).containsExactly(ASKED);
    }

    @Test
    void a_breach_names_its_place() {
        twoOrders();
        spoil("delete from domain_event where aggregate_id = ? and sequence_number = 1", ONE);
        assertThat(verify().checks())
                .filteredOn(check -> check.claim().equals(GAPLESS))
                .singleElement()
                .satisfies(check -> assertThat(check.examples()).containsExactly(ONE + ": 2 instead of 1"));
    }

    @Test
    void examples_are_few_however_many_breaches() {
        for (int n = 0; n < Check.MAX_EXAMPLES + 1; n++) {
            jdbc.sql("insert into claimed_name (kind, name, owner) values ('order-number', ?, 'order-none')")
                    .param("2026-" + n)
                    .update();
        }
        assertThat(verify().checks())
                .filteredOn(check -> check.claim().equals(OWNED))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.breaches()).isEqualTo(Check.MAX_EXAMPLES + 1);
                    assertThat(check.examples()).hasSize(Check.MAX_EXAMPLES);
                });
    }
}
