package io.ordertrail.command.returns;

import static io.ordertrail.command.returns.ReturnScenario.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.axon.JsonForTests;
import io.ordertrail.axon.process.StepId;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.test.saga.ContinuedGivenState;
import org.junit.jupiter.api.Test;

/** Money that does not go back the way it came. */
class ReturnRefundProcessTest extends ReturnProcessScenario {

    private static final ReturnInspected SEEN = inspected("17.50", verdict("2", 1, Disposition.WRITE_OFF));
    private static final String OTHER_ACCOUNT = "account-8c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private static RecordRefund creditOf(String paymentId, int number, String amount) {
        return new RecordRefund(ORDER, paymentId, ID + ":" + number, RefundKind.CREDIT, eur(amount), NOW);
    }

    private ContinuedGivenState givenNoAccount(Object... events) {
        ContinuedGivenState given = givenA(new ReturnRequested(ID, ORDER, LINES, null, ASKED_AT))
                .andThenAPublished(APPROVED)
                .andThenAPublished(came(units("2", 1)))
                .andThenAPublished(SEEN);
        for (Object event : events) {
            given = given.andThenAPublished(event);
        }
        steps.forget();
        return given;
    }

    @Test
    void what_one_payment_cannot_take_back_another_can() {
        order.paid("payment-1", "10.00").paid("payment-2", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN).whenPublishingA(failed("payment-1", 1, "10.00"));
        steps.sent(step("refund:3"), refundOf("payment-2", 3, "10.00")).nothingElse();
    }

    @Test
    void what_a_payment_refuses_is_what_it_cannot_take_back() {
        order.paid("payment-1", "10.00").paid("payment-2", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN).whenPublishingA(refused("refund:1"));
        steps.sent(step("refund:3"), refundOf("payment-2", 3, "10.00")).nothingElse();
    }

    @Test
    void a_payment_that_is_busy_is_asked_again_a_little_later() {
        order.paid("payment-1", "10.00").paid("payment-2", "20.00");
        String busy = new OperationInProgress(PaymentOperation.REFUND).code();
        given(APPROVED, came(units("2", 1)), SEEN)
                .whenPublishingA(new StepRefused("return", ID, "refund:1", "", 2, busy, "Wait.", NOW));
        steps.scheduled(
                        new StepId("return", ID, "refund:1", "", 3),
                        NOW.plusSeconds(120),
                        refundOf("payment-1", 1, "10.00"))
                .nothingElse();
    }

    @Test
    void what_no_payment_takes_back_goes_to_the_account() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN).whenPublishingA(failed("payment-1", 1, "17.50"));
        steps.sent(step("credit:2"), credit(ACCOUNT, 2, "17.50")).nothingElse();
    }

    @Test
    void the_order_hears_which_payment_the_account_stands_in_for() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN, failed("payment-1", 1, "17.50"))
                .whenPublishingA(credited(2, "17.50"));
        steps.sent(step("record-credit:2"), creditOf("payment-1", 2, "17.50"))
                .sent(step("refunded"), refunded("17.50", ACCOUNT))
                .nothingElse();
    }

    @Test
    void a_credit_that_is_told_twice_counts_once() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN, failed("payment-1", 1, "17.50"), credited(2, "17.50"))
                .whenPublishingA(credited(2, "17.50"));
        steps.nothingElse();
    }

    @Test
    void a_failure_that_is_told_twice_counts_once() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN, failed("payment-1", 1, "17.50"))
                .whenPublishingA(failed("payment-1", 1, "17.50"));
        steps.nothingElse();
    }

    @Test
    void a_refusal_that_is_told_twice_counts_once() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN, refused("refund:1")).whenPublishingA(refused("refund:1"));
        steps.nothingElse();
    }

    @Test
    void some_goes_to_the_payment_and_the_rest_to_the_account() {
        order.paid("payment-1", "10.00").paid("payment-2", "7.50");
        given(APPROVED, came(units("2", 1)), SEEN, failed("payment-2", 2, "7.50"), credited(3, "7.50"))
                .whenPublishingA(back("payment-1", 1, "10.00"));
        steps.sent(step("refunded"), refunded("17.50", "payment-1," + ACCOUNT)).nothingElse();
    }

    @Test
    void where_the_account_refuses_too_a_person_is_called() {
        order.paid("payment-1", "20.00");
        given(APPROVED, came(units("2", 1)), SEEN, failed("payment-1", 1, "17.50"))
                .whenPublishingA(refused("credit:2"));
        steps.sent(step("problem:1"), problem("17.50")).nothingElse();
    }

    @Test
    void without_an_account_a_person_is_called_once_nothing_is_under_way() {
        order.paid("payment-1", "10.00").paid("payment-2", "7.50");
        ContinuedGivenState given = givenNoAccount();
        given.whenPublishingA(failed("payment-1", 1, "10.00"));
        steps.nothingElse();
        given.whenPublishingA(back("payment-2", 2, "7.50"));
        steps.sent(step("problem:1"), problem("10.00")).nothingElse();
    }

    @Test
    void who_tries_again_tries_only_what_is_not_back() {
        order.paid("payment-1", "10.00").paid("payment-2", "7.50");
        givenNoAccount(failed("payment-1", 1, "10.00"), back("payment-2", 2, "7.50"))
                .whenPublishingA(new ReturnRefundRetried(ID, ORDER, null, NOW));
        steps.sent(step("refund:3"), refundOf("payment-1", 3, "10.00")).nothingElse();
    }

    @Test
    void who_names_an_account_has_it_stand_in_when_the_payment_fails_again() {
        order.paid("payment-1", "20.00");
        givenNoAccount(failed("payment-1", 1, "17.50"), new ReturnRefundRetried(ID, ORDER, OTHER_ACCOUNT, NOW))
                .whenPublishingA(failed("payment-1", 2, "17.50"));
        steps.sent(step("credit:3"), credit(OTHER_ACCOUNT, 3, "17.50")).nothingElse();
    }

    @Test
    void when_it_is_back_after_all_the_problem_is_no_more() {
        order.paid("payment-1", "20.00");
        givenNoAccount(failed("payment-1", 1, "17.50"), new ReturnRefundRetried(ID, ORDER, null, NOW))
                .whenPublishingA(back("payment-1", 2, "17.50"));
        steps.sent(step("refunded"), refunded("17.50", "payment-1"))
                .sent(step("resolved"), new ResolveProblem(ORDER, ID + ":refund", null))
                .nothingElse();
    }

    @Test
    void when_it_fails_again_a_person_is_called_again() {
        order.paid("payment-1", "20.00");
        givenNoAccount(failed("payment-1", 1, "17.50"), new ReturnRefundRetried(ID, ORDER, null, NOW))
                .whenPublishingA(refused("refund:2"));
        steps.sent(step("problem:2"), problem("17.50")).nothingElse();
    }

    @Test
    void who_tries_again_while_it_is_under_way_changes_nothing() {
        order.paid("payment-1", "20.00");
        givenNoAccount().whenPublishingA(new ReturnRefundRetried(ID, ORDER, null, NOW));
        steps.nothingElse();
    }

    @Test
    void money_that_came_another_way_is_given_back_by_a_person() {
        order.paidByHand("payment-1", "20.00");
        ContinuedGivenState given = givenA(new ReturnRequested(ID, ORDER, LINES, null, ASKED_AT))
                .andThenAPublished(APPROVED)
                .andThenAPublished(came(units("2", 1)));
        steps.forget();
        given.whenPublishingA(SEEN);
        steps.sent(step("problem:1"), problem("17.50", "17.50")).nothingElse();
    }

    @Test
    void who_gave_it_back_by_hand_asks_again_and_it_is_recorded() {
        order.paidByHand("payment-1", "20.00");
        givenNoAccount().whenPublishingA(new ReturnRefundRetried(ID, ORDER, null, NOW));
        steps.sent(step("refund:1"), refundOf("payment-1", 1, "17.50")).nothingElse();
    }

    @Test
    void who_names_an_account_has_given_back_nothing_by_hand() {
        order.paidByHand("payment-1", "20.00");
        givenNoAccount().whenPublishingA(new ReturnRefundRetried(ID, ORDER, OTHER_ACCOUNT, NOW));
        steps.sent(step("credit:1"), credit(OTHER_ACCOUNT, 1, "17.50")).nothingElse();
    }

    @Test
    void money_that_came_another_way_goes_to_the_account_where_there_is_one() {
        order.paidByHand("payment-1", "20.00");
        given(APPROVED, came(units("2", 1))).whenPublishingA(SEEN);
        steps.sent(step("credit:1"), credit(ACCOUNT, 1, "17.50")).nothingElse();
    }

    @Test
    void only_what_no_other_payment_takes_back_is_given_back_by_hand() {
        order.paidByHand("payment-1", "20.00").paid("payment-2", "10.00");
        ContinuedGivenState given = givenNoAccount();
        given.whenPublishingA(back("payment-2", 1, "10.00"));
        steps.sent(step("problem:1"), problem("7.50", "7.50")).nothingElse();
        given.whenPublishingA(new ReturnRefundRetried(ID, ORDER, null, NOW));
        steps.sent(step("refund:2"), refundOf("payment-1", 2, "7.50")).nothingElse();
    }

    @Test
    void money_of_which_the_order_has_not_heard_yet_is_not_given_back_twice() {
        order.paid("payment-1", "10.00").paid("payment-2", "30.00");
        given(APPROVED, came(units("2", 1)), SEEN, back("payment-1", 1, "10.00"))
                .whenPublishingA(failed("payment-2", 2, "7.50"));
        steps.sent(step("credit:3"), credit(ACCOUNT, 3, "7.50")).nothingElse();
    }

    @Test
    void its_state_is_stored_whole_and_read_again() {
        order.paid("payment-1", "10.00").paid("payment-2", "30.00");
        Refund begun = Refund.of(eur("17.50"), ACCOUNT, order.money().receivedFor(ORDER))
                .onward(ID, order.money().receivedFor(ORDER));
        ReturnProcess saga = new ReturnProcess(REQUESTED, begun);
        Serializer store = JsonForTests.serializer(Contract.byName(), Map.of(ReturnProcess.NAME, ReturnProcess.class));
        ReturnProcess read = store.deserialize(store.serialize(saga, String.class));
        assertThat(read).usingRecursiveComparison().isEqualTo(saga);
        assertThat(begun.parts()).hasSize(2);
    }
}
