package io.ordertrail.command.payment.provider;

import static io.ordertrail.command.payment.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Providers that answer in every way there is, and what the payment makes of it. */
@DirtiesContext
class ProvidersOnH2IT extends ProvidersScenario {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path dataDir = Files.createTempDirectory(Path.of("target"), "providers");
        registry.add("ordertrail.data-dir", dataDir::toString);
    }

    @Test
    void a_no_is_a_no() {
        pay("decline");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentDeclined");
        assertThat(sandbox()).containsExactly("AUTHORIZE FAILED 100");
        nothingWaits();
    }

    @Test
    void a_request_that_was_lost_is_found_out_to_be() {
        pay("timeout-nothing");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentDeclined");
        assertThat(sandbox()).containsExactly("AUTHORIZE LOST 100");
    }

    @Test
    void a_provider_may_answer_late() {
        pay("late");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown")
                .reaches("PaymentAuthorized");
        assertThat(sandbox()).containsExactly("AUTHORIZE SUCCEEDED 100");
    }

    @Test
    void a_provider_may_answer_twice() {
        pay("twice");
        takeAll();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentAuthorized", "PaymentCaptureRequested")
                .happens("PaymentCaptured");
        noMoreCallsOfTheSandbox();
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentAuthorized", "PaymentCaptureRequested")
                .happens("PaymentCaptured");
        assertThat(sandbox()).containsExactly("AUTHORIZE SUCCEEDED 100", "CAPTURE SUCCEEDED 100");
    }

    @Test
    void what_was_promised_is_given_up_and_what_was_taken_given_back() {
        pay("ok");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentAuthorized");
        say(new CapturePayment(payment, 1, eur("60")));
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentAuthorized", "PaymentCaptureRequested")
                .happens("PaymentCaptured");
        say(new VoidPayment(payment, 2, null));
        reaches("PaymentVoided");
        say(new RefundPayment(payment, 3, eur("60"), null, null));
        reaches("PaymentRefunded");
        assertThat(sandbox())
                .containsExactly(
                        "AUTHORIZE SUCCEEDED 100", "CAPTURE SUCCEEDED 60", "VOID SUCCEEDED 40", "REFUND SUCCEEDED 60");
    }

    @Test
    void a_refused_refund_is_told() {
        pay("refund-decline");
        takeAll();
        reaches("PaymentCaptured");
        say(new RefundPayment(payment, 2, eur("100"), null, null));
        reaches("RefundFailed");
    }

    @Test
    void who_never_answers_is_asked_on_and_a_person_is_told_once() {
        pay(MoodyProvider.SILENT);
        reaches("PaymentOutcomeOverdue");
        int asked = MoodyProvider.lookUps(payment);
        await().atMost(PATIENCE).until(() -> MoodyProvider.lookUps(payment) > asked + 2);
        answer(PaymentOperation.AUTHORIZE, Outcome.SUCCEEDED, "event-1");
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentOutcomeOverdue")
                .happens("PaymentOutcomeKnown", "PaymentAuthorized");
        nothingWaits();
        assertThat(MoodyProvider.calls(payment)).isOne();
    }

    @Test
    void who_takes_too_long_is_not_waited_for() {
        pay(MoodyProvider.HANGING);
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentAuthorized");
        assertThat(MoodyProvider.calls(payment)).isOne();
    }

    @Test
    void who_fails_is_looked_up_and_called_again_where_the_call_never_arrived() {
        pay(MoodyProvider.FAILING_ONCE);
        happens("PaymentInitiated", "PaymentAuthorizationRequested", "PaymentOutcomeUnknown", "PaymentAuthorized");
        assertThat(MoodyProvider.calls(payment)).isEqualTo(2);
    }
}
