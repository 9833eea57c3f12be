package io.ordertrail.app.returns;

import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.view.OrderReturnView;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.RmaStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A return as its order has admitted it, before it is opened: it will begin like this. */
final class AdmittedReturn {

    private AdmittedReturn() {}

    /** @param order as of the admission */
    static ReturnView of(OrderView order, String returnId) {
        return order.returns().stream()
                .filter(known -> known.id().equals(returnId))
                .map(known -> requested(order, known))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An admitted return is part of its order"));
    }

    private static ReturnView requested(OrderView order, OrderReturnView asked) {
        return new ReturnView(
                asked.id(),
                order.id(),
                0,
                RmaStatus.REQUESTED,
                lines(order, asked),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                asked.creditAccountId(),
                null,
                null,
                asked.requestedAt(),
                null,
                null,
                null,
                null,
                null,
                order.updatedAt());
    }

    private static List<ReturnView.Line> lines(OrderView order, OrderReturnView asked) {
        Map<String, OrderView.Line> lines =
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::lineId, Function.identity()));
        return IntStream.range(0, asked.lines().size())
                .mapToObj(i -> {
                    LineQuantity units = asked.lines().get(i);
                    String sku =
                            Objects.requireNonNull(lines.get(units.lineId())).sku();
                    return new ReturnView.Line(
                            units.lineId(), sku, units.quantity(), asked.worth().get(i), asked.reason(), 0, 0, 0, 0);
                })
                .toList();
    }
}
