package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.verification.StockBooks.Kept;
import io.ordertrail.command.verification.StockBooks.Line;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.Quantities;
import java.util.Map;
import java.util.stream.Stream;

/** I8, of goods: what stock keeps for a line is what its order was told and still wants, unit by unit. */
final class StockAgreement {

    private final Map<String, OrderFacts> orders;
    private final StockBooks stock;
    private final WaitingWork work;
    private final Tally agree = new Tally("I8", "What stock keeps for a line is what its order was granted and wants");
    private final Tally over = new Tally("I8", "Stock keeps nothing for an order that has ended");
    private final Tally asked = new Tally("I8", "Every ask of stock is answered, or a step waits to be sent for it");

    StockAgreement(Map<String, OrderFacts> orders, StockBooks stock, WaitingWork work) {
        this.orders = orders;
        this.stock = stock;
        this.work = work;
    }

    Stream<Check> checks() {
        stock.lines().forEach(this::kept);
        orders.forEach((orderId, order) -> order.stock().forEach((lineId, line) -> asked(orderId, lineId, line)));
        return Stream.of(agree, over, asked).map(Tally::check);
    }

    private void kept(Line line, Kept kept) {
        OrderFacts order = orders.get(line.orderId());
        LineStock known = order == null ? null : order.stock().get(line.lineId());
        // What stock was not told it cannot know: the order has a problem until it is asked again.
        if (work.isUnderWay(line.orderId()) || known != null && known.takenOver()) {
            return;
        }
        agree.look();
        String what = "%s keeps %d, owes %d and has sent %d for line %s of %s"
                .formatted(
                        kept.itemId(), kept.reserved(), kept.backordered(), kept.left(), line.lineId(), line.orderId());
        if (order == null || known == null) {
            agree.breach(what + ", which does not know of it");
            return;
        }
        if (order.isOver()) {
            over.look();
            if (kept.reserved() + kept.backordered() > 0) {
                over.breach(what + ", which is " + order.lifecycle());
                return;
            }
        }
        // Of a line that was taken out the order forgets what has left.
        Quantities units = order.lines().get(line.lineId());
        long gone = units == null ? kept.left() : units.shipped() + units.lost();
        if (known.answered()
                && (kept.reserved() + kept.left() != known.granted()
                        || kept.backordered() != known.backordered()
                        || kept.left() != gone)) {
            agree.breach(what
                    + ", which was granted %d, waits for %d and has shipped %d"
                            .formatted(known.granted(), known.backordered(), gone));
        }
    }

    private void asked(String orderId, String lineId, LineStock line) {
        if (work.isUnderWay(orderId)) {
            return;
        }
        asked.look();
        if (!line.answered()) {
            asked.breach("Ask %d of line %s of %s has no answer, and nothing waits to be sent for it"
                    .formatted(line.asked().number(), lineId, orderId));
        }
    }
}
