package io.ordertrail.model.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentStage;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentFactsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 0, 0, 0, 0, -, INITIATED",
                "0, 0, 0, 0, 0, DECLINED, DECLINED",
                "9, 0, 0, 0, 0, -, AUTHORIZED",
                "9, 0, 9, 0, 0, VOIDED, VOIDED",
                "9, 0, 9, 0, 0, EXPIRED, EXPIRED",
                "9, 4, 0, 0, 0, -, PARTIALLY_CAPTURED",
                "9, 9, 0, 0, 0, -, CAPTURED",
                "9, 4, 5, 0, 0, VOIDED, CAPTURED",
                "9, 9, 0, 4, 0, -, PARTIALLY_REFUNDED",
                "9, 9, 0, 9, 0, -, REFUNDED",
                "9, 4, 0, 4, 0, -, PARTIALLY_REFUNDED",
                "9, 4, 5, 4, 0, EXPIRED, REFUNDED",
                "9, 9, 0, 4, 5, -, CHARGED_BACK",
                "9, 9, 0, 0, 1, -, CHARGED_BACK"
            })
    void the_stage_follows_from_the_money(
            int authorized,
            int captured,
            int released,
            int refunded,
            int chargedBack,
            PaymentStage ending,
            PaymentStage expected) {
        PaymentFacts facts = new PaymentFacts(
                eur(9), eur(authorized), eur(captured), eur(released), eur(refunded), eur(chargedBack), ending);
        assertThat(facts.stage()).isEqualTo(expected);
    }

    @Test
    void P1_money_that_came_another_way_counts_as_authorised_when_it_came() {
        PaymentFacts facts = PaymentFacts.initiated(eur(9))
                .after(new PaymentCaptured(
                        "payment", "order", "MANUAL", null, null, null, eur(9), eur(0), Instant.EPOCH));
        assertThat(facts.authorized()).isEqualTo(eur(9));
        assertThat(facts.outstanding()).isEqualTo(eur(0));
        assertThat(facts.kept()).isEqualTo(eur(9));
    }

    @Test
    void what_the_bank_gives_back_is_kept_again() {
        PaymentFacts facts = new PaymentFacts(eur(9), eur(9), eur(9), eur(0), eur(2), eur(7), null)
                .after(new ChargebackReversed("payment", "order", "event", eur(7), Instant.EPOCH));
        assertThat(facts.chargedBack()).isEqualTo(eur(0));
        assertThat(facts.kept()).isEqualTo(eur(7));
        assertThat(facts.stage()).isEqualTo(PaymentStage.PARTIALLY_REFUNDED);
    }

    @Test
    void to_give_up_nothing_does_not_change_how_it_ended() {
        PaymentFacts declined = new PaymentFacts(eur(9), eur(0), eur(0), eur(0), eur(0), eur(0), PaymentStage.DECLINED);
        PaymentVoided voided = new PaymentVoided("payment", "order", "SANDBOX", 1, eur(0), Instant.EPOCH);
        assertThat(declined.after(voided).stage()).isEqualTo(PaymentStage.DECLINED);
    }

    @Test
    void P4_the_key_of_a_request_tells_its_payment_and_its_operation() {
        String key = PaymentOperation.CAPTURE.key("payment-1", 2);
        assertThat(key).isEqualTo("payment-1:capture:2");
        assertThat(PaymentOperation.paymentOf(key)).isEqualTo("payment-1");
        assertThat(PaymentOperation.ofKey(key)).contains(PaymentOperation.CAPTURE);
        assertThat(PaymentOperation.ofKey("payment-1:CAPTURE:2")).isEmpty();
        assertThat(PaymentOperation.ofKey("payment-1")).isEmpty();
    }

    private static Money eur(int amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }
}
