package io.ordertrail.query.order;

import io.ordertrail.api.order.AskedOperation;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.CaptureAsked;
import io.ordertrail.api.order.OrderEvent.PaymentAsked;
import io.ordertrail.api.order.OrderEvent.RefundAsked;
import io.ordertrail.api.order.OrderEvent.StockAsked;
import io.ordertrail.api.order.OrderEvent.VoidAsked;
import io.ordertrail.api.order.OrderView.Ask;
import io.ordertrail.model.order.LineStock;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.PaymentAsk;
import java.util.List;
import java.util.stream.Stream;

/** The open asks of an order: the facts say which are open, the event says since when. */
final class OpenAsks {

    private OpenAsks() {}

    static List<Ask> next(List<Ask> before, OrderEvent event, OrderFacts after) {
        return Stream.concat(before.stream(), asked(event))
                .filter(ask -> isOpen(ask, after))
                .toList();
    }

    private static Stream<Ask> asked(OrderEvent event) {
        if (event instanceof StockAsked e) {
            return e.lines().stream()
                    .map(line ->
                            new Ask(line.lineId(), line.number(), AskedOperation.KEEP, null, line.quantity(), e.at()));
        }
        if (event instanceof PaymentAsked e) {
            return Stream.of(new Ask(e.paymentId(), 0, AskedOperation.AUTHORIZE, e.amount(), null, e.at()));
        }
        if (event instanceof CaptureAsked e) {
            return Stream.of(new Ask(e.paymentId(), e.number(), AskedOperation.CAPTURE, e.amount(), null, e.at()));
        }
        if (event instanceof VoidAsked e) {
            return Stream.of(new Ask(e.paymentId(), e.number(), AskedOperation.VOID, null, null, e.at()));
        }
        return event instanceof RefundAsked e
                ? Stream.of(new Ask(e.paymentId(), e.number(), AskedOperation.REFUND, e.amount(), null, e.at()))
                : Stream.empty();
    }

    private static boolean isOpen(Ask ask, OrderFacts facts) {
        if (ask.operation() == AskedOperation.KEEP) {
            LineStock line = facts.stock().get(ask.subject());
            return line != null && !line.answered() && line.asked().number() == ask.number();
        }
        PaymentAsk open = facts.funds().of(ask.subject()).open();
        return open != null
                && open.number() == ask.number()
                && open.operation().name().equals(ask.operation().name());
    }
}
