package io.ordertrail.app.order.editing;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderView;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as an edit would change it.
 *
 * @param version of the order that it was worked out for
 * @param difference what the order would be worth more; less if it is negative
 * @param stock how many units more, or fewer, of tracked SKUs would be promised
 */
record EditPreview(
        String id,
        String orderId,
        long version,
        List<OrderLine> lines,
        Totals totals,
        Money difference,
        List<StockLine> stock,
        @Nullable String reason,
        Instant at) {

    static EditPreview of(OrderView order, String editId) {
        return order.edits().stream()
                .filter(edit -> edit.id().equals(editId))
                .map(edit -> new EditPreview(
                        editId,
                        order.id(),
                        order.version(),
                        edit.lines(),
                        edit.totals(),
                        edit.difference(),
                        edit.stock(),
                        edit.reason(),
                        edit.at()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An accepted edit is part of its order"));
    }
}
