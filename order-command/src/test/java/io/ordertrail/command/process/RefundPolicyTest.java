package io.ordertrail.command.process;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.process.step.StepId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundPolicyTest extends PolicyScenario {

    private static final String JOURNAL = PAYMENT + ":refund:4";
    private static final String OTHER = "order-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String SHARE = PAYMENT + "#4";
    private static final RecordRefund BACK = new RecordRefund(ORDER, PAYMENT, 4, eur("10.00"), AT);

    RefundPolicyTest() {
        super("refund", new RefundPolicy());
    }

    private static RefundAsked asked(@Nullable String returnId, @Nullable String to) {
        return new RefundAsked(ORDER, PAYMENT, 4, eur("10.00"), RefundKind.RETURN, returnId, to, null, AT);
    }

    private static Deposited deposited(String journal, MovementKind kind, String reference) {
        return new Deposited(ACCOUNT, journal, kind, eur("10.00"), kind.counterAccount(), reference, ORDER, AT);
    }

    private static Deposit deposit(String reference) {
        return new Deposit(ACCOUNT, JOURNAL, MovementKind.REFUND, eur("10.00"), reference, ORDER, null);
    }

    private static PaymentProcessed processed(String method, @Nullable String reference) {
        return new PaymentProcessed(
                OTHER,
                OrderId.payment(OTHER, SHARE),
                null,
                PaymentKind.CAPTURED,
                method,
                eur("10.00"),
                reference,
                null,
                null,
                AT);
    }

    @Test
    void what_goes_to_an_account_is_deposited_under_the_number_of_the_ask() {
        when(asked(RETURN, ACCOUNT))
                .sends("deposit", PAYMENT, 4, deposit(RETURN))
                .andNoMore();
        when(asked(null, ACCOUNT)).sends("deposit", PAYMENT, 4, deposit(ORDER)).andNoMore();
    }

    @Test
    void the_order_hears_that_it_is_there() {
        when(deposited(JOURNAL, MovementKind.REFUND, RETURN))
                .insists("record-refund", PAYMENT, 4, BACK)
                .andNoMore();
    }

    @Test
    void what_a_payment_gives_back_to_the_account_that_it_came_from_it_tells_itself() {
        when(deposited(JOURNAL, MovementKind.REFUND, PAYMENT)).andNoMore();
    }

    @Test
    void movements_of_others_are_none_of_its_business() {
        when(deposited("journal-1", MovementKind.CASH, "till 3")).andNoMore();
        when(deposited("journal-1", MovementKind.REFUND, "by hand")).andNoMore();
        when(deposited(JOURNAL, MovementKind.CASH, "by hand")).andNoMore();
    }

    @Test
    void report_R8_what_comes_back_of_one_order_pays_for_another() {
        when(asked(RETURN, OTHER))
                .sends(
                        "pay-from-exchange",
                        PAYMENT,
                        4,
                        new PayFromExchange(OTHER, OrderId.payment(OTHER, SHARE), PAYMENT, 4, eur("10.00")))
                .andNoMore();
    }

    @Test
    void report_R8_the_first_order_hears_how_much_the_other_took() {
        when(processed("EXCHANGE", SHARE))
                .insists("record-refund", PAYMENT, 4, BACK)
                .andNoMore();
    }

    @Test
    void other_money_of_an_order_came_from_no_other_order() {
        when(processed("SANDBOX", SHARE)).andNoMore();
    }

    @Test
    void where_the_account_or_the_other_order_refuses_so_was_the_ask() {
        for (String kind : new String[] {"deposit", "pay-from-exchange"}) {
            when(refused(step(kind, PAYMENT, 4), "ACCOUNT_IS_CLOSED", "It is closed."))
                    .insists(
                            "record-ask-refused",
                            PAYMENT,
                            4,
                            new RecordAskRefused(ORDER, PAYMENT, 4, PaymentOperation.REFUND, "It is closed.", NOW))
                    .andNoMore();
        }
    }

    @Test
    void what_another_process_was_refused_is_its_own_affair() {
        when(refused(StepId.of("transfer", ORDER, "deposit", PAYMENT, 4), "X", "No."))
                .andNoMore();
    }

    @Test
    void what_goes_back_the_way_it_came_is_the_payments() {
        when(asked(RETURN, null)).andNoMore();
    }
}
