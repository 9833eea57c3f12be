package io.ordertrail.command.verification;

import static io.ordertrail.api.order.value.PaymentTerms.AUTH_FIRST;
import static io.ordertrail.api.order.value.PaymentTerms.INVOICE;
import static io.ordertrail.api.order.value.PaymentTerms.PREPAID;
import static io.ordertrail.command.verification.SmallShop.ITEM;
import static io.ordertrail.command.verification.SmallShop.NOTHING;
import static io.ordertrail.command.verification.SmallShop.ORDER;
import static io.ordertrail.command.verification.SmallShop.PAYMENT;
import static io.ordertrail.command.verification.SmallShop.SHIPMENT;
import static io.ordertrail.command.verification.SmallShop.TWENTY;
import static io.ordertrail.command.verification.SmallShop.answered;
import static io.ordertrail.command.verification.SmallShop.arrived;
import static io.ordertrail.command.verification.SmallShop.asked;
import static io.ordertrail.command.verification.SmallShop.captureRequested;
import static io.ordertrail.command.verification.SmallShop.eur;
import static io.ordertrail.command.verification.SmallShop.kept;
import static io.ordertrail.command.verification.SmallShop.news;
import static io.ordertrail.command.verification.SmallShop.sent;
import static io.ordertrail.command.verification.SmallShop.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.axon.process.step.StepId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault is planted for each claim of I8, and for that of I5: this very claim is broken, and no other. */
class SubjectsCheckTest {

    private static final String FOLDED = "Every order's events are consistent, and processes have processed them";
    private static final String KEPT = "What stock keeps for a line is what its order was granted and wants";
    private static final String OVER = "Stock keeps nothing for an order that has ended";
    private static final String ANSWERED = "Every ask of stock is answered, or a step waits to be sent for it";
    private static final String COUNTED =
            "Captured, refunded and charged back of an order's payments is what the order counts";
    private static final String ASKED = "Every ask of a payment is with its provider, or waits to be sent";
    private static final String WORTH = "No order keeps more than it is worth without an ask or a problem";
    private static final String OWED = "No complete order with a debt is left without an ask or a problem";
    private static final String PROMISED = "No order that has ended, and to which nothing is due, holds a promise";
    private static final String PENDING = "Every pending order has a deadline, and so ends by itself";
    private static final String LEFT = "No deadline waits for an order that has ended, or for a promise that is gone";
    private static final String TRANSFERS = "Every transfer under way has a step that waits to be sent";

    private final SmallShop shop = new SmallShop();

    @ParameterizedTest
    @EnumSource(
            value = PaymentTerms.class,
            names = {"PREPAID", "AUTH_FIRST", "INVOICE"})
    void a_clean_shop_is_clean_at_every_stage(PaymentTerms terms) {
        assertThat(new SmallShop().placed(terms).broken()).isEmpty();
        assertThat(new SmallShop().promised(terms).broken()).isEmpty();
        assertThat(new SmallShop().captured(terms).broken()).isEmpty();
        assertThat(new SmallShop().completed(terms).broken()).isEmpty();
    }

    @Test
    void I8_stock_keeps_fewer_than_the_order_was_granted() {
        shop.created(AUTH_FIRST, "WEB").deadline("expire-order", "");
        shop.order(asked(1, 2, 0), answered(1, 1, 2, 0));
        shop.item(kept(1, 2, 1, 0));
        assertBroken(KEPT, ITEM + " keeps 1, owes 0 and has sent 0 for line 1 of " + ORDER);
    }

    @Test
    void I8_stock_owes_other_units_than_the_order_waits_for() {
        shop.created(AUTH_FIRST, "WEB").deadline("expire-order", "");
        shop.order(asked(1, 2, 0), new StockAnswered(ORDER, "1", 1, 1, 1, 1, 0, 0, Look.AT));
        shop.item(kept(1, 2, 1, 0));
        assertBroken(KEPT, "keeps 1, owes 0 and has sent 0");
    }

    @Test
    void I8_what_has_left_stock_has_not_heard_of() {
        shop.captured(AUTH_FIRST).order(sent());
        assertBroken(KEPT, "keeps 2, owes 0 and has sent 0");
    }

    @Test
    void I8_stock_keeps_for_a_line_that_nobody_knows() {
        shop.placed(PREPAID)
                .item(new io.ordertrail.api.stock.StockEvent.ReservationSet(
                        ITEM, ORDER, "9", 1, 1, 1, 0, 0, 0, 0, 0, Look.AT));
        assertBroken(KEPT, "which does not know of it");
    }

    @Test
    void I8_stock_keeps_something_for_an_order_that_was_cancelled() {
        shop.placed(PREPAID).order(cancelled(), asked(2, 0, 0), answered(2, 2, 0, 0));
        shop.forget("expire-order");
        assertBroken(OVER, ", which is CANCELLED");
    }

    @Test
    void I8_stock_keeps_something_for_an_order_that_is_complete() {
        shop.captured(AUTH_FIRST).order(sent(), arrived(), new OrderCompleted(ORDER, Look.AT));
        shop.forget("report-overdue");
        assertBroken(OVER, ", which is COMPLETED");
    }

    /** Nobody told it: the order has a problem until it is asked again. */
    @Test
    void what_stock_was_not_told_it_cannot_know() {
        shop.placed(PREPAID).order(cancelled(), asked(2, 0, 0));
        shop.forget("expire-order");
        shop.order(new StockAskTakenOver(ORDER, "1", 2, "Nobody answers", Look.AT));
        assertClean();
    }

    @Test
    void I8_an_ask_of_stock_has_no_answer_and_nothing_waits() {
        shop.created(PREPAID, "WEB").deadline("expire-order", "");
        shop.order(asked(1, 2, 0));
        assertBroken(ANSWERED, "Ask 1 of line 1 of " + ORDER);
        shop.step("stock", ORDER);
        assertClean();
    }

    @Test
    void I8_what_was_captured_the_order_has_not_heard_of() {
        shop.promised(AUTH_FIRST);
        shop.order(
                new ShipmentApproved(ORDER, SHIPMENT, SmallShop.BOTH, List.of("TEE"), Look.AT),
                new CaptureAsked(ORDER, PAYMENT, 1, TWENTY, Look.AT),
                news(1, PaymentKind.CAPTURED, eur(19)));
        shop.payment(captureRequested(1), taken(1));
        shop.forget("expire-authorization");
        assertBroken(COUNTED, "captured EUR 20.00");
    }

    @Test
    void I8_what_was_refunded_the_order_has_not_heard_of() {
        shop.captured(AUTH_FIRST).payment(new PaymentRefunded(PAYMENT, ORDER, 2, null, eur(5), Look.AT));
        assertBroken(COUNTED, "refunded EUR 5.00");
    }

    @Test
    void I8_what_was_charged_back_the_order_has_not_heard_of() {
        shop.captured(AUTH_FIRST).payment(new ChargebackReceived(PAYMENT, ORDER, "p-1", eur(5), null, Look.AT));
        assertBroken(COUNTED, "charged back EUR 5.00");
    }

    @Test
    void I8_the_order_counts_money_that_no_payment_has() {
        shop.placed(INVOICE).order(news(null, PaymentKind.CAPTURED, TWENTY));
        assertBroken(COUNTED, PAYMENT + " of " + ORDER + " has no events of its own");
    }

    @Test
    void I8_a_payment_is_of_an_order_that_does_not_know_of_it() {
        String other = OrderId.payment(ORDER, "other");
        shop.placed(PREPAID)
                .look
                .store(other, new PaymentInitiated(other, ORDER, "c-1", SmallShop.CARD, TWENTY, null, Look.AT));
        assertBroken(COUNTED, other + " is of " + ORDER);
    }

    @Test
    void I8_an_order_keeps_more_than_it_is_worth_and_nobody_is_told() {
        byHand(eur(25));
        assertBroken(WORTH, ORDER + " keeps EUR 5.00 beyond its worth");
        shop.order(new OrderProblemReported(ORDER, "refund-due:5.00", "REFUND_DUE", "", Look.AT));
        assertClean();
    }

    @Test
    void I8_an_order_is_complete_owed_for_and_given_up() {
        givenUp(AUTH_FIRST);
        assertBroken(OWED, ORDER + " is complete, and EUR 20.00 is due and not asked for");
        shop.order(new OrderProblemReported(ORDER, "p", "PAYMENT", "", Look.AT));
        assertClean();
    }

    @Test
    void an_invoice_is_paid_after_completion_and_what_was_waived_never() {
        givenUp(INVOICE);
        assertClean();
        SmallShop other = new SmallShop();
        other.promised(AUTH_FIRST).order(new PaymentWaived(ORDER, "", Look.AT));
        givenUp(other);
        assertThat(other.broken()).isEmpty();
    }

    @Test
    void I8_an_order_has_ended_and_holds_a_promise() {
        shop.promised(AUTH_FIRST);
        cancelGoods();
        assertBroken(PROMISED, ORDER + " is CANCELLED, and still holds a promise of EUR 20.00");
        shop.order(new VoidAsked(ORDER, PAYMENT, 1, null, Look.AT));
        shop.step("payment-ask", ORDER);
        assertClean();
    }

    @Test
    void I8_a_payment_was_asked_for_and_nobody_begins_it() {
        shop.placed(PREPAID).order(new PaymentAsked(ORDER, PAYMENT, "c-1", SmallShop.CARD, TWENTY, Look.AT));
        assertBroken(ASKED, "Ask 0 of " + PAYMENT + " of " + ORDER + ", AUTHORIZE, is not under way");
    }

    @Test
    void I8_a_payment_was_asked_for_money_and_nobody_asks_the_provider() {
        shop.promised(AUTH_FIRST);
        shop.order(new CaptureAsked(ORDER, PAYMENT, 1, TWENTY, Look.AT));
        assertBroken(ASKED, "CAPTURE, is not under way");
        shop.payment(captureRequested(1));
        assertBroken(ASKED, "CAPTURE, is not under way");
    }

    @Test
    void I8_a_refund_to_an_account_is_with_nobody() {
        shop.captured(AUTH_FIRST)
                .order(new RefundAsked(
                        ORDER, PAYMENT, 2, eur(5), RefundKind.GOODWILL, null, AccountId.of("a"), null, Look.AT));
        assertBroken(ASKED, "Ask 2 of " + PAYMENT + " of " + ORDER + ", REFUND, is not under way");
        shop.step("refund", ORDER);
        assertClean();
    }

    @Test
    void what_is_with_its_provider_is_asked_even_where_nobody_knows_the_outcome() {
        shop.promised(AUTH_FIRST).order(new CaptureAsked(ORDER, PAYMENT, 1, eur(10), Look.AT));
        shop.payment(
                new io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested(
                        PAYMENT, ORDER, 1, PAYMENT + ":capture:1", eur(10), Look.AT),
                new PaymentOutcomeUnknown(
                        PAYMENT, ORDER, PaymentOperation.CAPTURE, PAYMENT + ":capture:1", null, Look.AT));
        shop.requested(PAYMENT + ":capture:1");
        assertClean();
    }

    /** A chargeback of what was captured before is no answer to a request. */
    @Test
    void news_between_a_request_and_its_answer_is_no_answer() {
        shop.captured(AUTH_FIRST)
                .order(new RefundAsked(ORDER, PAYMENT, 2, eur(5), RefundKind.GOODWILL, null, null, null, Look.AT));
        shop.payment(
                new io.ordertrail.api.payment.PaymentEvent.RefundRequested(
                        PAYMENT, ORDER, 2, PAYMENT + ":refund:2", eur(5), null, Look.AT),
                new ChargebackReceived(PAYMENT, ORDER, "p-1", eur(5), null, Look.AT));
        shop.order(new RefundRecorded(ORDER, PAYMENT, null, "p-1", RefundKind.CHARGEBACK, eur(5), null, null, Look.AT));
        shop.requested(PAYMENT + ":refund:2");
        assertClean();
    }

    @Test
    void I8_a_deadline_waits_for_an_order_that_has_ended() {
        shop.completed(AUTH_FIRST).deadline("report-overdue", "");
        assertBroken(LEFT, ORDER + " is COMPLETED, and a deadline waits for it");
    }

    @Test
    void I8_a_deadline_waits_for_a_promise_that_is_gone() {
        shop.captured(AUTH_FIRST).deadline("expire-authorization", PAYMENT);
        assertBroken(LEFT, PAYMENT + " of " + ORDER + " promises nothing");
    }

    /** What may come back of an order that is complete, and what may be asked for again. */
    @Test
    void other_deadlines_outlive_their_order() {
        shop.completed(AUTH_FIRST).deadline("expire-return", OrderId.returned(ORDER, "1"));
        shop.deadline("retry-ask", PAYMENT);
        assertClean();
    }

    @Test
    void I5_an_order_is_pending_and_has_no_deadline() {
        shop.placed(PREPAID).forget("expire-order");
        assertBroken(PENDING, ORDER + " is pending, and has no deadline");
        // Another deadline does not end it.
        shop.deadline("retry-ask", PAYMENT);
        assertBroken(PENDING, ORDER + " is pending, and has no deadline");
    }

    /** Its expiry is refused again and again, which is no reason not to look at the rest. */
    @Test
    void an_order_on_hold_does_not_expire_and_is_compared_all_the_same() {
        shop.placed(PREPAID).order(new OrderHeld(ORDER, "FRAUD_CHECK", null, Look.AT));
        shop.forget("expire-order");
        shop.waits(StepId.of("deadline", ORDER, "expire-order"), 3, false);
        assertClean();
        shop.item(kept(1, 2, 1, 0));
        assertBroken(KEPT, "keeps 1, owes 0");
    }

    @Test
    void I8_a_transfer_is_under_way_and_nothing_waits_to_be_sent() {
        String id = AccountId.transfer("1");
        TransferInitiated begun =
                new TransferInitiated(id, AccountId.of("a"), AccountId.of("b"), TWENTY, null, Look.AT);
        shop.look.store(id, begun);
        assertBroken(TRANSFERS, id + " is under way");
        shop.step("transfer", id);
        assertClean();
        shop.forget("any");
        shop.look.store(id, new Transferred(id, AccountId.of("a"), Look.AT));
        assertClean();
    }

    @Test
    void a_transfer_of_which_a_movement_is_not_heard_of_or_parked_is_under_way() {
        String id = AccountId.transfer("1");
        String from = AccountId.of("a");
        shop.look.store(id, new TransferInitiated(id, from, AccountId.of("b"), TWENTY, null, Look.AT));
        shop.look.store(from, new Withdrawn(from, id + ":out", MovementKind.TRANSFER, TWENTY, "t", null, Look.AT));
        assertThat(shop.broken(0)).isEmpty();
        assertThat(shop.broken()).containsOnlyKeys(TRANSFERS);
        parked(from);
        assertClean();
    }

    @Test
    void I8_events_that_do_not_go_together_are_named_and_nothing_else_is_said_of_their_order() {
        shop.placed(PREPAID).order(new OrderCompleted(ORDER, Look.AT), sent(), sent());
        assertBroken(FOLDED, ORDER + " could not be checked");
        SmallShop headless = new SmallShop();
        headless.order(new OrderConfirmed(ORDER, null, Look.AT));
        headless.item(kept(1, 2, 2, 0));
        assertThat(headless.broken()).containsOnlyKeys(FOLDED);
    }

    @Test
    void I8_what_processes_have_not_taken_in_is_named_and_no_breach() {
        shop.created(PREPAID, "WEB").order(asked(1, 2, 0));
        shop.item(kept(1, 2, 2, 0));
        assertThat(shop.broken(-1)).isEmpty();
        assertThat(shop.behind(-1))
                .containsOnlyKeys(FOLDED)
                .containsEntry(
                        FOLDED, List.of(ORDER + " is not compared: processes have not yet processed all its events"));
    }

    @Test
    void an_order_of_which_an_event_is_parked_is_under_way() {
        shop.created(PREPAID, "WEB").order(asked(1, 2, 0));
        parked(ORDER);
        assertClean();
    }

    /** Its step was there when the look began, and its answer came after it. */
    @Test
    void what_is_done_meanwhile_is_no_breach() {
        shop.created(PREPAID, "WEB").deadline("expire-order", "");
        shop.order(asked(1, 2, 0));
        shop.step("stock", ORDER);
        assertThat(shop.broken(() -> shop.forget("any"))).isEmpty();
        assertThat(shop.broken()).containsOnlyKeys(ANSWERED);
    }

    @Test
    void of_an_imported_order_only_what_it_counts_is_compared() {
        shop.created(AUTH_FIRST, "IMPORT");
        assertClean();
        shop.order(news(null, PaymentKind.CAPTURED, eur(25)));
        assertBroken(COUNTED, "has no events of its own");
    }

    @Test
    void money_of_an_exchange_has_no_payment_and_an_ask_of_a_declined_one_no_events() {
        shop.placed(INVOICE)
                .order(
                        new PaymentProcessed(
                                ORDER,
                                OrderId.payment(ORDER, "x"),
                                null,
                                PaymentKind.CAPTURED,
                                PaymentChoice.EXCHANGE,
                                eur(5),
                                PAYMENT + "#1",
                                null,
                                null,
                                Look.AT),
                        new PaymentAsked(ORDER, PAYMENT, "c-1", SmallShop.CARD, eur(15), Look.AT),
                        news(null, PaymentKind.DECLINED, eur(15)));
        assertClean();
    }

    /** They left, were lost and are open again: stock has sent them, and keeps others. */
    @Test
    void units_that_were_lost_are_counted_as_left() {
        shop.shipped(AUTH_FIRST)
                .order(
                        new ShipmentUndelivered(ORDER, SHIPMENT, false, null, Look.AT),
                        new ShipmentResolved(
                                ORDER,
                                SHIPMENT,
                                false,
                                true,
                                List.of(new CancelledLine("1", 2, NOTHING)),
                                List.of("TEE"),
                                NOTHING,
                                null,
                                Look.AT),
                        asked(2, 2, 2),
                        answered(2, 3, 2, 2));
        shop.item(kept(2, 2, 2, 2));
        assertClean();
    }

    private void byHand(org.joda.money.Money amount) {
        shop.placed(INVOICE)
                .order(new PaymentProcessed(
                        ORDER,
                        PAYMENT,
                        null,
                        PaymentKind.CAPTURED,
                        PaymentChoice.MANUAL,
                        amount,
                        null,
                        null,
                        null,
                        Look.AT));
        shop.payment(
                new PaymentInitiated(PAYMENT, ORDER, null, PaymentChoice.manual(), amount, null, Look.AT),
                new PaymentCaptured(PAYMENT, ORDER, PaymentChoice.MANUAL, null, null, null, amount, NOTHING, Look.AT));
    }

    private void givenUp(PaymentTerms terms) {
        shop.promised(terms);
        givenUp(shop);
    }

    /** The promise is given up, and yet the goods leave and arrive. */
    private static void givenUp(SmallShop shop) {
        shop.order(
                new ShipmentApproved(ORDER, SHIPMENT, SmallShop.BOTH, List.of("TEE"), Look.AT),
                new VoidAsked(ORDER, PAYMENT, 1, null, Look.AT),
                news(1, PaymentKind.RELEASED, TWENTY),
                sent(),
                arrived(),
                new OrderCompleted(ORDER, Look.AT));
        shop.payment(
                new PaymentVoidRequested(PAYMENT, ORDER, 1, PAYMENT + ":void:1", TWENTY, null, Look.AT),
                new PaymentVoided(PAYMENT, ORDER, "SANDBOX", 1, TWENTY, Look.AT));
        shop.item(new StockDispatched(ITEM, ORDER, "1", SHIPMENT, 2, 2, 0, Look.AT));
        shop.forget("report-overdue");
        shop.forget("expire-authorization");
    }

    private void cancelGoods() {
        shop.order(cancelled(), asked(2, 0, 0), answered(2, 2, 0, 0));
        shop.item(kept(2, 0, 0, 0));
        shop.forget("report-overdue");
    }

    private void parked(String subject) {
        shop.look.insert(
                "insert into dead_letter (dead_letter_id, processing_group, sequence_id, sequence_index, message_type,"
                        + " event_id, recorded_at, payload_type, payload, enqueued_at)"
                        + " values (?, 'processes', ?, 0, 'e', 'e', 't', 'p', ?, 't')",
                subject,
                subject,
                new byte[0]);
    }

    private static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, CancellationReason.CUSTOMER, null, Look.AT);
    }

    private void assertBroken(String claim, String example) {
        assertThat(shop.broken()).containsOnlyKeys(claim);
        assertThat(shop.broken().get(claim)).singleElement().asString().contains(example);
    }

    private void assertClean() {
        assertThat(shop.broken()).isEmpty();
    }
}
