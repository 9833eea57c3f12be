package io.ordertrail.simulation;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderGoodsCommand.RecordUndelivered;
import io.ordertrail.api.order.OrderMoneyCommand.RetryAsk;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A fault that the service once had, put back between its processes and its subjects. */
enum Mutant {
    NONE,
    /** A time-out of a bank is a no. */
    TIME_OUT_IS_A_NO,
    /** What stock answers is not tied to what was asked. */
    ANSWER_WITHOUT_NUMBER,
    /** An old reservation is as good as a new one. */
    ASK_WITHOUT_NUMBER,
    /** Two releases to the same number of units are taken for one. */
    SAME_QUANTITY_IS_A_REPEAT,
    /** What was refused is never asked again. */
    NO_RETRY,
    /** Goods that come back while their capture is open bring back nothing. */
    RETURN_OF_WHAT_IS_CAPTURED,
    /** An order never hears of a parcel that was lost. */
    LOSS_NOT_TOLD,
    /** A transfer that failed does not give back. */
    NO_DEPOSIT_BACK,
    /** A movement of stock that is sent twice counts twice. */
    MOVEMENT_COUNTED_TWICE,
    /** A refund that is sent twice is paid twice. */
    REFUND_PAID_TWICE;

    private final Map<String, Integer> counts = new HashMap<>();

    void reset() {
        counts.clear();
    }

    /** Whether a subject takes {@code command}, sent once more, for another one: it has forgotten its id. */
    boolean forgets(Object command) {
        return this == MOVEMENT_COUNTED_TWICE && command instanceof DispatchStock
                || this == ASK_WITHOUT_NUMBER && command instanceof SetReservation;
    }

    /** What is sent in place of {@code command}; null where nothing is, as if it had been accepted. */
    @Nullable
    Object change(Object command, Books books) {
        return switch (this) {
            case ANSWER_WITHOUT_NUMBER -> command instanceof RecordStockAnswer answer ? newest(answer, books) : command;
            case ASK_WITHOUT_NUMBER ->
                command instanceof SetReservation ask
                        ? again(ask)
                        : command instanceof RecordStockAnswer answer ? newest(answer, books) : command;
            case SAME_QUANTITY_IS_A_REPEAT ->
                command instanceof SetReservation ask && isLikeEarlier(ask) ? null : command;
            case NO_RETRY -> command instanceof RetryAsk ? null : command;
            case RETURN_OF_WHAT_IS_CAPTURED ->
                command instanceof RecordReturn back && back.stage() == ReturnStage.INSPECTED
                        ? least(back, books)
                        : command;
            case LOSS_NOT_TOLD -> command instanceof RecordUndelivered ? null : command;
            case NO_DEPOSIT_BACK ->
                command instanceof Deposit back && back.journalId().endsWith(":back") ? null : command;
            case MOVEMENT_COUNTED_TWICE ->
                command instanceof DispatchStock out
                        ? new DispatchStock(
                                out.itemId(),
                                out.orderId(),
                                out.lineId(),
                                out.shipmentId() + "-" + counts.merge("n", 1, Integer::sum),
                                out.quantity(),
                                out.at())
                        : command;
            case REFUND_PAID_TWICE ->
                command instanceof RefundPayment back
                        ? new RefundPayment(
                                back.paymentId(),
                                back.number() + 1000 * counts.merge("n", 1, Integer::sum),
                                back.amount(),
                                back.reason(),
                                back.at())
                        : command;
            default -> command;
        };
    }

    private static RecordStockAnswer newest(RecordStockAnswer answer, Books books) {
        var line = books.orders.get(answer.orderId()).facts.stock().get(answer.lineId());
        return new RecordStockAnswer(
                answer.orderId(),
                answer.lineId(),
                line.asked().number(),
                answer.position(),
                answer.reserved(),
                answer.backordered(),
                answer.refused(),
                answer.left());
    }

    /** Whether an earlier ask of the line was for as many units. */
    private boolean isLikeEarlier(SetReservation ask) {
        String line = ask.orderId() + "/" + ask.lineId();
        Integer before = counts.putIfAbsent(line + "=" + ask.quantity(), ask.number());
        return before != null && before != ask.number();
    }

    private SetReservation again(SetReservation ask) {
        return new SetReservation(
                ask.itemId(),
                ask.orderId(),
                ask.lineId(),
                counts.merge(ask.orderId() + ask.lineId(), 1, Integer::sum),
                ask.quantity(),
                ask.left());
    }

    private static RecordReturn least(RecordReturn back, Books books) {
        var funds = books.orders.get(back.orderId()).facts.funds();
        Money paid = funds.paid();
        boolean open = funds.isAsked(PaymentOperation.CAPTURE);
        Money accepted = back.accepted();
        return open && accepted != null && accepted.isGreaterThan(paid)
                ? new RecordReturn(
                        back.orderId(),
                        back.returnId(),
                        back.stage(),
                        back.lines(),
                        paid.isNegative() ? funds.nothing() : paid,
                        null,
                        back.at())
                : back;
    }
}
