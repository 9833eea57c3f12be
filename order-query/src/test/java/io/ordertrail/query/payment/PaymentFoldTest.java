package io.ordertrail.query.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.payment.PaymentView.Capture;
import io.ordertrail.api.payment.PaymentView.OpenRequest;
import io.ordertrail.api.payment.PaymentView.Refund;
import io.ordertrail.api.payment.PaymentView.RefundStatus;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentFoldTest {

    private static final Instant T = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant STORED = T.plusSeconds(1);
    private static final PaymentEvent INITIATED =
            new PaymentInitiated("p", "o", "c-1", PaymentChoice.account("account-1"), eur(9), null, T);
    private static final PaymentEvent ASKED = new PaymentAuthorizationRequested("p", "o", "k", eur(9), T);
    private static final PaymentEvent AUTHORIZED =
            new PaymentAuthorized("p", "o", "ACCOUNT", "k", null, eur(9), T.plusSeconds(60), T);
    private static final PaymentEvent CAPTURE = new PaymentCaptureRequested("p", "o", 1, "k2", eur(4), T);
    private static final PaymentEvent CAPTURED =
            new PaymentCaptured("p", "o", "ACCOUNT", 1, "k2", null, eur(4), eur(5), T);
    private static final PaymentEvent REFUND = new RefundRequested("p", "o", 3, "k3", eur(4), "DAMAGED", T);

    @Test
    void a_payment_shows_what_its_provider_was_asked() {
        PaymentView view = view(INITIATED, ASKED);
        assertThat(view.status()).isEqualTo(PaymentStage.INITIATED);
        assertThat(view.openRequest()).isEqualTo(new OpenRequest(PaymentOperation.AUTHORIZE, eur(9), T, false, false));
        assertThat(view.accountId()).isEqualTo("account-1");
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.updatedAt()).isEqualTo(STORED);
    }

    @Test
    void a_promise_shows_how_long_it_lasts() {
        PaymentView view = view(INITIATED, ASKED, AUTHORIZED);
        assertThat(view.status()).isEqualTo(PaymentStage.AUTHORIZED);
        assertThat(view.openRequest()).isNull();
        assertThat(view.expiresAt()).isEqualTo(T.plusSeconds(60));
    }

    @Test
    void a_no_shows_its_reason() {
        PaymentView view = view(INITIATED, ASKED, new PaymentDeclined("p", "o", "ACCOUNT", "k", eur(9), "No money", T));
        assertThat(view.status()).isEqualTo(PaymentStage.DECLINED);
        assertThat(view.reason()).isEqualTo("No money");
    }

    @Test
    void what_is_unknown_and_what_is_overdue_shows_until_it_is_known() {
        PaymentEvent unknown = new PaymentOutcomeUnknown("p", "o", PaymentOperation.AUTHORIZE, "k", null, T);
        PaymentEvent overdue = new PaymentOutcomeOverdue("p", "o", PaymentOperation.AUTHORIZE, "k", T);
        PaymentEvent known = new PaymentOutcomeKnown("p", "o", PaymentOperation.AUTHORIZE, "k", T);
        assertThat(view(INITIATED, ASKED, unknown).openRequest())
                .isEqualTo(new OpenRequest(PaymentOperation.AUTHORIZE, eur(9), T, true, false));
        assertThat(view(INITIATED, ASKED, unknown, overdue).openRequest())
                .isEqualTo(new OpenRequest(PaymentOperation.AUTHORIZE, eur(9), T, true, true));
        assertThat(view(INITIATED, ASKED, unknown, overdue, known, AUTHORIZED).openRequest())
                .isNull();
    }

    @Test
    void captures_and_what_is_left_are_shown() {
        PaymentView view = view(
                INITIATED,
                ASKED,
                AUTHORIZED,
                CAPTURE,
                CAPTURED,
                new PaymentVoidRequested("p", "o", 2, "k4", eur(5), null, T),
                new PaymentVoided("p", "o", "ACCOUNT", 2, eur(5), T));
        assertThat(view.captures()).containsExactly(new Capture(1, eur(4), T));
        assertThat(view.released()).isEqualTo(eur(5));
        assertThat(view.status()).isEqualTo(PaymentStage.CAPTURED);
    }

    @Test
    void refunds_show_what_became_of_them() {
        assertThat(view(INITIATED, ASKED, AUTHORIZED, CAPTURE, CAPTURED, REFUND).refunds())
                .containsExactly(new Refund(3, RefundStatus.REQUESTED, eur(4), "DAMAGED", T));
        PaymentEvent done = new PaymentRefunded("p", "o", 3, null, eur(4), T);
        assertThat(view(INITIATED, ASKED, AUTHORIZED, CAPTURE, CAPTURED, REFUND, done)
                        .refunds())
                .containsExactly(new Refund(3, RefundStatus.REFUNDED, eur(4), "DAMAGED", T));
        PaymentEvent no = new RefundFailed("p", "o", 3, "k3", eur(4), "Closed", T);
        assertThat(view(INITIATED, ASKED, AUTHORIZED, CAPTURE, CAPTURED, REFUND, no)
                        .refunds())
                .containsExactly(new Refund(3, RefundStatus.FAILED, eur(4), "Closed", T));
    }

    @Test
    void a_stream_that_does_not_begin_at_its_beginning_is_no_payment() {
        assertThatThrownBy(() -> view(ASKED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void I4_a_payment_and_its_order_agree_once_all_news_was_heard() {
        Map<String, PaymentBalance> balances = new HashMap<>();
        take(balances, CAPTURED);
        assertThat(balances.get("p").agrees()).isFalse();
        take(balances, said(PaymentKind.AUTHORIZED, 9));
        take(balances, said(PaymentKind.CAPTURED, 4));
        assertThat(balances.get("p").agrees()).isTrue();
        take(balances, new PaymentRefunded("p", "o", 3, null, eur(1), T));
        assertThat(balances.get("p").agrees()).isFalse();
        take(balances, gone(RefundKind.GOODWILL, 1, null));
        assertThat(balances.get("p").agrees()).isTrue();
        take(balances, new ChargebackReceived("p", "o", "e", eur(3), null, T));
        assertThat(balances.get("p").agrees()).isFalse();
        take(balances, gone(RefundKind.CHARGEBACK, 3, null));
        assertThat(balances.get("p").agrees()).isTrue();
        take(balances, new ChargebackReversed("p", "o", "e2", eur(3), T));
        assertThat(balances.get("p").agrees()).isFalse();
        take(balances, new OrderMoneyEvent.ChargebackReversed("o", "p", "e2", eur(3), T));
        assertThat(balances.get("p").agrees()).isTrue();
    }

    @Test
    void I4_what_went_to_the_customers_account_instead_did_not_leave_the_payment() {
        Map<String, PaymentBalance> balances = new HashMap<>();
        take(balances, CAPTURED);
        take(balances, said(PaymentKind.CAPTURED, 4));
        take(balances, gone(RefundKind.RETURN, 1, "account-2"));
        assertThat(balances.get("p").agrees()).isTrue();
    }

    /** A type that nobody mentions fails here. */
    @Test
    void every_event_of_a_payment_is_taken_in() {
        List<PaymentEvent> all = List.of(
                ASKED,
                AUTHORIZED,
                new PaymentDeclined("p", "o", "ACCOUNT", "k", eur(9), "No", T),
                CAPTURE,
                CAPTURED,
                new PaymentCaptureFailed("p", "o", 1, null, eur(4), "No", T),
                new PaymentVoidRequested("p", "o", 2, "k4", eur(5), null, T),
                new PaymentVoided("p", "o", "ACCOUNT", 2, eur(5), T),
                new PaymentVoidFailed("p", "o", 2, "k4", eur(5), "No", T),
                new PaymentExpired("p", "o", "ACCOUNT", eur(5), T),
                REFUND,
                new PaymentRefunded("p", "o", 3, null, eur(4), T),
                new RefundFailed("p", "o", 3, "k3", eur(4), "No", T),
                new ChargebackReceived("p", "o", "e", eur(3), null, T),
                new ChargebackReversed("p", "o", "e2", eur(3), T),
                new PaymentOutcomeUnknown("p", "o", PaymentOperation.AUTHORIZE, "k", null, T),
                new PaymentOutcomeOverdue("p", "o", PaymentOperation.AUTHORIZE, "k", T),
                new PaymentOutcomeKnown("p", "o", PaymentOperation.AUTHORIZE, "k", T),
                new PaymentOutcomeContradicted("p", "o", PaymentOperation.AUTHORIZE, "k", true, null, eur(9), T));
        all.forEach(event -> assertThat(view(INITIATED, ASKED, event).version()).isEqualTo(2));
        assertThat(Stream.concat(Stream.of(INITIATED), all.stream()).map(PaymentEvent::getClass))
                .containsExactlyInAnyOrder(types());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends PaymentEvent>[] types() {
        return (Class<? extends PaymentEvent>[]) PaymentEvent.class.getPermittedSubclasses();
    }

    @Test
    void a_refund_that_a_rule_refused_was_never_requested_and_is_shown_all_the_same() {
        PaymentEvent no = new RefundFailed("p", "o", 4, null, eur(8), "More than was taken", T);
        assertThat(view(INITIATED, ASKED, AUTHORIZED, no).refunds())
                .containsExactly(new Refund(4, RefundStatus.FAILED, eur(8), "More than was taken", T));
    }

    private static PaymentProcessed said(PaymentKind kind, int amount) {
        return new PaymentProcessed("o", "p", 1, kind, "ACCOUNT", eur(amount), null, null, null, T);
    }

    private static RefundRecorded gone(RefundKind kind, int amount, @Nullable String to) {
        return new RefundRecorded("o", "p", 2, "r", kind, eur(amount), to, null, T);
    }

    private static void take(Map<String, PaymentBalance> balances, Object event) {
        PaymentBalance.take(event, STORED, balances);
    }

    private static PaymentView view(PaymentEvent... events) {
        FoldedPayment payment = null;
        long version = 0;
        for (PaymentEvent event : List.of(events)) {
            payment = PaymentFold.fold(payment, new Recorded<>(event, version++, STORED));
        }
        return PaymentFold.view(payment);
    }

    private static Money eur(int amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }
}
