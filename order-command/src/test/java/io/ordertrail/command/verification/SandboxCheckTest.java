package io.ordertrail.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
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
        look.store("p", new RefundRequested("p", "o", "r", "p:refund:1", FOUR, null, Look.AT));
        look.store("p", new PaymentRefunded("p", "o", "r", null, FOUR, Look.AT));
        look.store(
                "p", voidRequested("p:void:1", false), new PaymentVoidFailed("p", "o", "p:void:1", TEN, "", Look.AT));
        look.store("p", voidRequested("p:void:2", false), new PaymentVoided("p", "o", TEN, Look.AT));
        look.store("p", voidRequested("p:void:3", true));
        sandbox(AUTH, "AUTHORIZE", "10", "SUCCEEDED");
        sandbox(CAPTURE, "CAPTURE", "4.00", "SUCCEEDED");
        sandbox("p:refund:1", "REFUND", "4", "SUCCEEDED");
        sandbox("p:void:1", "VOID", "10", "FAILED");
        sandbox("p:void:2", "VOID", "10", "SUCCEEDED");
        sandbox("p:void:3", "VOID", "10", "SUCCEEDED");
        assertThat(found()).containsExactly(List.of(), List.of());
    }

    @Test
    void I7_an_authorisation_whose_time_is_over_is_over_whatever_the_sandbox_did() {
        look.store("p", initiated("p", PaymentChoice.sandbox("ok")), voidRequested("p:void:1", true));
        look.store("p", new PaymentExpired("p", "o", TEN, Look.AT));
        sandbox("p:void:1", "VOID", "10", "SUCCEEDED");
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
        look.store("p", new PaymentDeclined("p", "o", AUTH, TEN, "no", Look.AT));
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
                    new PaymentCaptureRequested(id, "o", key, FOUR, null, Look.AT),
                    new PaymentCaptured(id, "o", key, null, FOUR, null, Look.AT));
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
        return new PaymentInitiated(id, "o", choice, TEN, false, null, Look.AT);
    }

    private static PaymentEvent authRequested() {
        return new PaymentAuthorizationRequested("p", "o", AUTH, TEN, Look.AT);
    }

    private static PaymentEvent authorized() {
        return new PaymentAuthorized("p", "o", AUTH, "r", TEN, Look.AT, Look.AT);
    }

    private static PaymentEvent captureRequested() {
        return new PaymentCaptureRequested("p", "o", CAPTURE, FOUR, null, Look.AT);
    }

    private static PaymentEvent captured(Money amount) {
        return new PaymentCaptured("p", "o", CAPTURE, "r", amount, null, Look.AT);
    }

    private static PaymentEvent voidRequested(String key, boolean expiry) {
        return new PaymentVoidRequested("p", "o", key, TEN, null, expiry, Look.AT);
    }
}
