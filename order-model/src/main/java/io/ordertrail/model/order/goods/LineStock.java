package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.OrderGoodsEvent;
import io.ordertrail.api.order.value.StockAsk;
import java.time.Instant;

/**
 * What a line has asked of stock, and what it was answered.
 *
 * @param asked the newest ask
 * @param since when that was asked
 * @param answered whether that was answered
 * @param takenOver whether the answer is that stock never heard it: a person took it over
 * @param position of the stock item's stream at the latest answer; -1 before there is one
 * @param granted units that were kept for the line or have left, ever, as far as the order knows: never more than it
 *     asked for
 * @param backordered units that it waits for
 * @param refused units that it cannot have
 * @param again whether what was refused may be asked for again
 */
public record LineStock(
        StockAsk asked,
        Instant since,
        boolean answered,
        boolean takenOver,
        long position,
        long granted,
        long backordered,
        long refused,
        boolean again) {

    public static LineStock first(StockAsk ask, Instant at) {
        return new LineStock(ask, at, false, false, -1, 0, 0, 0, false);
    }

    /** Of fewer units that are wanted, those that are not there go first. */
    public LineStock ask(StockAsk next, Instant at) {
        long all = next.quantity() + next.left();
        long there = Math.min(granted, all);
        return new LineStock(next, at, false, false, position, there, Math.min(backordered, all - there), 0, false);
    }

    /** An answer to an older ask, or one that a later one has overtaken, changes nothing. */
    public LineStock answer(OrderGoodsEvent.StockAnswered answer) {
        return answer.number() != asked.number() || answer.position() < position
                ? this
                : new LineStock(
                        asked,
                        since,
                        true,
                        false,
                        answer.position(),
                        answer.reserved() + answer.left(),
                        answer.backordered(),
                        // A filled back-order does not say it, and it stays refused.
                        Math.max(0, total() - answer.reserved() - answer.left() - answer.backordered()),
                        false);
    }

    /** The newest ask will not reach stock: the line has what it had. */
    public LineStock takeOver(int number) {
        return answered || number != asked.number()
                ? this
                : new LineStock(
                        asked,
                        since,
                        true,
                        true,
                        position,
                        granted,
                        backordered,
                        total() - granted - backordered,
                        false);
    }

    public LineStock retry(int number) {
        return asked.number() == number && mayBeAskedAgain()
                ? new LineStock(asked, since, answered, takenOver, position, granted, backordered, refused, true)
                : this;
    }

    /** Whether it makes a difference to repeat the ask. */
    public boolean mayBeAskedAgain() {
        return answered && !again && (refused > 0 || takenOver);
    }

    /** Units that the newest ask accounts for, whether they have left or not. */
    public long total() {
        return asked.quantity() + asked.left();
    }
}
