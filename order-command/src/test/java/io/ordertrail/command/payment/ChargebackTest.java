package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanChargedBack;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.payment.PaymentRefusal.ProviderRequestNotFound;
import io.ordertrail.command.Scenario;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the customer's bank takes and gives back of its own accord. */
class ChargebackTest extends PaymentScenario {

    private Scenario.Given<Payment> capturedAnd(PaymentEvent... more) {
        PaymentEvent[] events = {
            initiated(THEN),
            authorizationAsked(THEN),
            authorized(THEN),
            captureAsked(1, "100", THEN),
            captured(1, "100", "0", THEN)
        };
        return given(Stream.of(events, more).flatMap(Arrays::stream).toArray(PaymentEvent[]::new));
    }

    @Test
    void the_bank_takes_money_back() {
        capturedAnd().when(chargeback("e-1", "100")).then(chargedBack("e-1", "100", NOW));
    }

    @Test
    void P6_the_bank_says_so_twice() {
        capturedAnd(chargedBack("e-1", "60", THEN))
                .when(chargeback("e-1", "60"))
                .nothing();
    }

    @Test
    void P2_the_bank_cannot_take_more_than_was_captured() {
        capturedAnd(chargedBack("e-1", "60", THEN))
                .when(chargeback("e-2", "60"))
                .refused(new MoreThanCaptured(eur("60"), eur("40")));
    }

    @Test
    void P2_the_bank_waits_for_a_refund_that_is_under_way() {
        capturedAnd(refundAsked(2, "100", THEN))
                .when(chargeback("e-1", "100"))
                .refused(new OperationInProgress(PaymentOperation.REFUND));
    }

    @Test
    void P6_another_provider_takes_nothing_back_and_gives_nothing_back() {
        capturedAnd()
                .when(new RecordChargeback(PAYMENT, "BANK", "e-1", eur("1"), null))
                .refused(new ProviderRequestNotFound(PAYMENT));
        capturedAnd(chargedBack("e-1", "60", THEN))
                .when(new RecordChargebackReversal(PAYMENT, "BANK", "e-2", eur("1")))
                .refused(new ProviderRequestNotFound(PAYMENT));
    }

    @Test
    void whatever_the_bank_says_of_its_reasons_can_be_stored() {
        capturedAnd()
                .when(new RecordChargeback(PAYMENT, "SANDBOX", "e-1", eur("1"), "not\u0007mine\n"))
                .then(new ChargebackReceived(PAYMENT, ORDER, "e-1", eur("1"), "not mine", NOW));
    }

    @Test
    void a_chargeback_is_reversed_and_the_money_may_go_back_once_more() {
        capturedAnd(chargedBack("e-1", "60", THEN)).when(reversal("e-2", "60")).then(reversed("e-2", "60", NOW));
        capturedAnd(chargedBack("e-1", "60", THEN), reversed("e-2", "60", THEN))
                .when(refund(2, "100"))
                .then(refundAsked(2, "100", NOW));
    }

    @Test
    void P6_a_reversal_is_told_twice_and_counts_once() {
        capturedAnd(chargedBack("e-1", "60", THEN), reversed("e-2", "30", THEN))
                .when(reversal("e-2", "30"))
                .nothing();
    }

    @Test
    void P2_the_bank_gives_back_no_more_than_it_took() {
        capturedAnd(chargedBack("e-1", "60", THEN), reversed("e-2", "30", THEN))
                .when(reversal("e-3", "30.01"))
                .refused(new MoreThanChargedBack(eur("30.01"), eur("30")));
    }

    /** Some providers name a dispute, not an event of it. */
    @Test
    void a_reversal_may_have_the_name_of_its_chargeback() {
        capturedAnd(chargedBack("dispute-1", "60", THEN))
                .when(reversal("dispute-1", "60"))
                .then(reversed("dispute-1", "60", NOW));
    }
}
