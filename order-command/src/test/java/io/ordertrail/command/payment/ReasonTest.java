package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.payment.provider.Reason;
import org.junit.jupiter.api.Test;

/** Whatever others give for a reason can be stored, and quoted in words of our own. */
class ReasonTest extends PaymentScenario {

    private static final String NONE = "The provider gave no reason.";

    private static RecordProviderAnswer told(Outcome outcome, String reason) {
        return new RecordProviderAnswer(PAYMENT, authorize(), outcome, "SANDBOX", "e-1", null, reason);
    }

    private Scenario.Given<Payment> asked() {
        return given(initiated(THEN), authorizationAsked(THEN));
    }

    private static PaymentDeclined declinedFor(String reason) {
        return declined(reason, NOW);
    }

    @Test
    void bug_2_9b_a_no_with_an_empty_reason_has_one() {
        asked().when(told(Outcome.FAILED, "")).then(declinedFor(NONE));
        asked().when(told(Outcome.FAILED, " \n\t")).then(declinedFor(NONE));
    }

    @Test
    void bug_2_9c_a_reason_of_4000_characters_is_shortened() {
        asked().when(told(Outcome.FAILED, "x".repeat(4000))).then(declinedFor("x".repeat(199) + "…"));
    }

    @Test
    void nor_is_one_too_long_for_the_answer_to_be_heard() {
        asked().when(told(Outcome.FAILED, "x".repeat(100_000))).then(declinedFor("x".repeat(199) + "…"));
    }

    @Test
    void what_cannot_be_stored_is_left_out() {
        asked().when(told(Outcome.FAILED, "a\u0000b\ud800c\nd")).then(declinedFor("a b c d"));
    }

    @Test
    void what_nobody_knows_may_have_no_reason_at_all() {
        asked().when(told(Outcome.UNKNOWN, null))
                .then(new PaymentOutcomeUnknown(PAYMENT, ORDER, PaymentOperation.AUTHORIZE, authorize(), null, NOW));
    }

    @Test
    void two_hundred_characters_are_kept_as_they_are() {
        String words = "y".repeat(Reason.MAX);
        assertThat(Reason.of(words)).isEqualTo(words);
    }

    @Test
    void no_character_is_cut_in_two() {
        String shortened = Reason.of("😀".repeat(150));
        assertThat(shortened.length()).isLessThanOrEqualTo(Reason.MAX);
        assertThat(shortened).isEqualTo("😀".repeat(99) + "…");
    }

    @Test
    void made_storable_twice_it_is_the_same() {
        String once = Reason.of("z".repeat(500));
        assertThat(Reason.of(once)).isEqualTo(once);
        assertThat(Reason.ofOptional(null)).isNull();
    }
}
