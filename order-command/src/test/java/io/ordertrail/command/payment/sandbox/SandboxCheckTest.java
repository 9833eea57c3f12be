package io.ordertrail.command.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.command.verification.Look;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SandboxCheckTest {

    private static final Money TEN = Money.ofMajor(CurrencyUnit.EUR, 10);
    private static final Money FOUR = Money.ofMajor(CurrencyUnit.EUR, 4);
    private static final String AUTH = "p:authorize:1";
    private static final String CAPTURE = "p:capture:1";

    private final Look look = new Look();

    @Test
    void I7_all_that_was_done_is_counted_once() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), authRequested(), authorized());
        look.store("p", captureRequested(), captured(FOUR));
        look.store("p", new RefundRequested("p", "o", 2, "p:refund:2", FOUR, null, Look.AT));
        look.store("p", new PaymentRefunded("p", "o", 2, null, FOUR, Look.AT));
        look.store("p", voidRequested(3), new PaymentVoidFailed("p", "o", 3, "p:void:3", TEN, "", Look.AT));
        look.store("p", voidRequested(4), voided(4, TEN));
        look.store("p", voidRequested(0));
        sandbox(AUTH, "AUTHORIZE", "10", "SUCCEEDED");
        sandbox(CAPTURE, "CAPTURE", "4.00", "SUCCEEDED");
        sandbox("p:refund:2", "REFUND", "4", "SUCCEEDED");
        sandbox("p:void:3", "VOID", "10", "FAILED");
        sandbox("p:void:4", "VOID", "10", "SUCCEEDED");
        sandbox("p:void:0", "VOID", "10", "SUCCEEDED");
        assertThat(found()).containsExactly(List.of(), List.of());
    }

    @Test
    void I7_what_a_rule_has_answered_the_sandbox_never_heard_of() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")));
        look.store("p", new PaymentCaptureFailed("p", "o", 1, null, FOUR, "", Look.AT));
        look.store("p", new RefundFailed("p", "o", 2, null, FOUR, "", Look.AT));
        look.store("p", voided(3, Money.zero(CurrencyUnit.EUR)));
        assertThat(found()).containsExactly(List.of(), List.of());
    }

    @Test
    void I7_an_authorisation_whose_time_is_over_is_over_whatever_the_sandbox_did() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), voidRequested(0));
        look.store("p", new PaymentExpired("p", "o", "SANDBOX", TEN, Look.AT));
        sandbox("p:void:0", "VOID", "10", "SUCCEEDED");
        assertThat(found()).containsExactly(List.of(), List.of());
    }

    @Test
    void I7_money_is_counted_that_the_sandbox_never_moved() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), authRequested(), authorized());
        assertThat(found().get(0))
                .containsExactly("p:authorize:1 counts as AUTHORIZE of EUR 10.00, the sandbox says nothing of it");
    }

    @Test
    void I7_the_sandbox_says_something_else() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), authRequested(), authorized());
        for (String[] other : new String[][] {
            {"AUTHORIZE", "10.01", "SUCCEEDED"}, {"CAPTURE", "10", "SUCCEEDED"}, {"AUTHORIZE", "10", "LOST"}
        }) {
            look.insert("delete from sandbox_operation");
            sandbox(AUTH, other[0], other[1], other[2]);
            assertThat(found().get(0)).singleElement().asString().contains(other);
        }
    }

    @Test
    void I7_one_operation_is_counted_twice() {
        look.store(
                "p", initiated("p", PaymentChoice.sandbox("ok")), captureRequested(), captured(FOUR), captured(FOUR));
        sandbox(CAPTURE, "CAPTURE", "4", "SUCCEEDED");
        assertThat(found().get(0)).singleElement().asString().startsWith("p: nothing was asked for");
    }

    @Test
    void I7_one_key_is_asked_for_twice() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), captureRequested(), captured(FOUR));
        look.store("p", captureRequested());
        sandbox(CAPTURE, "CAPTURE", "4", "SUCCEEDED");
        assertThat(found().get(0)).containsExactly("p:capture:1 was asked for twice");
    }

    @Test
    void I7_the_sandbox_did_what_counts_as_failed_or_was_never_asked_for() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), authRequested());
        look.store("p", new PaymentDeclined("p", "o", "SANDBOX", AUTH, TEN, "no", Look.AT));
        sandbox(AUTH, "AUTHORIZE", "10", "SUCCEEDED");
        sandbox("p:capture:9", "CAPTURE", "10", "SUCCEEDED");
        assertThat(found().get(1))
                .containsExactlyInAnyOrder(
                        "p:authorize:1 was done, and counts as failed", "p:capture:9 was never asked for");
    }

    @Test
    void I7_what_was_asked_for_since_the_events_were_seen_was_asked_for() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")));
        assertThat(look.found(SandboxCheck::new, () -> {
                    look.store("p", authRequested());
                    sandbox(AUTH, "AUTHORIZE", "10", "SUCCEEDED");
                }))
                .containsExactly(List.of(), List.of());
    }

    @Test
    void I7_what_other_providers_did_is_not_in_the_sandboxs_books() {
        look.store("p", initiated("p", PaymentChoice.account("account-1")), authRequested(), authorized());
        assertThat(found()).containsExactly(List.of(), List.of());
    }

    @Test
    void I7_is_looked_at_piece_by_piece() {
        for (int n = 0; n < 502; n++) {
            String id = "p" + n;
            String key = id + ":capture:1";
            look.store(
                    id,
                    initiated(id, PaymentChoice.sandbox("ok")),
                    new PaymentCaptureRequested(id, "o", 1, key, FOUR, Look.AT),
                    new PaymentCaptured(id, "o", "SANDBOX", 1, key, null, FOUR, FOUR, Look.AT));
        }
        look.insert(
                "insert into sandbox_operation (provider_key, payment_id, operation, token, amount, currency, outcome,"
                        + " reference, done_at, told_from) select 'p' || n || ':capture:1', 'p' || n, 'CAPTURE', 'ok', 4,"
                        + " 'EUR', 'SUCCEEDED', 'r', current_timestamp, current_timestamp"
                        + " from (select \"X\" as n from system_range(0, 501)) where mod(n, 494) <> 7");
        assertThat(found().get(0)).hasSize(2);
    }

    private List<List<String>> found() {
        return look.found(SandboxCheck::new);
    }

    private void sandbox(String key, String operation, String amount, String outcome) {
        look.insert(
                "insert into sandbox_operation (provider_key, payment_id, operation, token, amount, currency, outcome,"
                        + " reference, done_at, told_from)"
                        + " values (?, 'p', ?, 'ok', ?, 'EUR', ?, 'r', current_timestamp, current_timestamp)",
                key,
                operation,
                new BigDecimal(amount),
                outcome);
    }

    private static PaymentEvent initiated(String id, PaymentChoice choice) {
        return new PaymentInitiated(id, "o", "c", choice, TEN, null, Look.AT);
    }

    private static PaymentEvent authRequested() {
        return new PaymentAuthorizationRequested("p", "o", AUTH, TEN, Look.AT);
    }

    private static PaymentEvent authorized() {
        return new PaymentAuthorized("p", "o", "SANDBOX", AUTH, "r", TEN, Look.AT, Look.AT);
    }

    private static PaymentEvent captureRequested() {
        return new PaymentCaptureRequested("p", "o", 1, CAPTURE, FOUR, Look.AT);
    }

    private static PaymentEvent captured(Money amount) {
        return new PaymentCaptured("p", "o", "SANDBOX", 1, CAPTURE, "r", amount, TEN.minus(amount), Look.AT);
    }

    /** By the payment itself, because its time is over, where {@code number} is 0. */
    private static PaymentEvent voidRequested(int number) {
        return new PaymentVoidRequested("p", "o", number == 0 ? null : number, "p:void:" + number, TEN, null, Look.AT);
    }

    private static PaymentEvent voided(int number, Money amount) {
        return new PaymentVoided("p", "o", "SANDBOX", number, amount, Look.AT);
    }
}
