package io.ordertrail.model.order;

import io.ordertrail.api.order.view.AskedOperation;
import io.ordertrail.api.order.view.OrderView.Ask;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.money.PaymentAsk;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an order has asked and has no answer to, the oldest first. */
public final class OpenAsks {

    private OpenAsks() {}

    public static List<Ask> of(OrderFacts facts) {
        return Stream.concat(
                        facts.stock().entrySet().stream()
                                .filter(line -> !line.getValue().answered())
                                .map(line -> ofStock(line.getKey(), line.getValue())),
                        facts.funds().payments().entrySet().stream()
                                .flatMap(payment -> Stream.ofNullable(
                                                payment.getValue().open())
                                        .map(ask -> ofPayment(payment.getKey(), ask))))
                .sorted(Comparator.comparing(Ask::since))
                .toList();
    }

    private static Ask ofStock(String lineId, LineStock line) {
        return new Ask(
                lineId,
                line.asked().number(),
                AskedOperation.KEEP,
                null,
                line.asked().quantity(),
                line.since());
    }

    private static Ask ofPayment(String paymentId, PaymentAsk ask) {
        return new Ask(
                paymentId,
                ask.number(),
                AskedOperation.valueOf(ask.operation().name()),
                ask.operation() == PaymentOperation.VOID ? null : ask.amount(),
                null,
                ask.since());
    }
}
