package io.ordertrail.api.order.view;

import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A change of what was ordered that was worked out and not made.
 *
 * @param lines all that would be ordered
 * @param shipping how it would be sent
 * @param difference what the order would be worth more; less if it is negative
 * @param stock how many units more, or fewer, of tracked SKUs would be promised
 */
public record OrderEditView(
        String id,
        List<OrderLine> lines,
        @Nullable Shipping shipping,
        Totals totals,
        Money difference,
        List<StockLine> stock,
        @PersonalData @Nullable String reason,
        Instant at) {}
