package io.ordertrail.api.order.view;

import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The larger parts of an {@link OrderView}. */
public final class OrderParts {

    private OrderParts() {}

    /**
     * A parcel; {@code status} tells how far it has come.
     *
     * @param undeliveredAt when it was lost or came back
     * @param reason why it did not arrive, or what was said when that was resolved
     * @param sendAgain of one that was resolved, whether its units were open again; else they were given up
     */
    public record Shipment(
            String id,
            ShipmentStatus status,
            List<LineQuantity> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant approvedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant undeliveredAt,
            @Nullable String reason,
            @Nullable Boolean sendAgain) {}

    public enum ShipmentStatus {
        APPROVED,
        DISPATCHED,
        DELIVERED,
        /** Not sent after all; its units may be approved again. */
        WITHDRAWN,
        /** It left and did not arrive; a person must decide what becomes of its units. */
        LOST,
        /** It left and came back; a person must decide what becomes of its units. */
        RETURNED_TO_SENDER,
        /** Somebody has said what becomes of the units that did not arrive. */
        RESOLVED
    }

    /**
     * A return.
     *
     * @param lines the units that were requested
     * @param worth of each line, what the customer pays for its units
     * @param accepted by how much less the order is worth for it; null before the inspection
     * @param refunded what was refunded for it so far
     * @param settled whether nothing more is owed for it
     * @param creditAccountId the account for what no payment takes back, or null
     * @param exchangeOrderId the order that it was to pay for first, or null
     * @param updatedAt when it reached its stage
     */
    public record Return(
            String id,
            ReturnStage stage,
            List<LineQuantity> lines,
            List<Money> worth,
            @Nullable String reason,
            @Nullable String override,
            @Nullable Money accepted,
            Money refunded,
            boolean settled,
            @Nullable String creditAccountId,
            @Nullable String exchangeOrderId,
            Instant requestedAt,
            Instant updatedAt) {}

    /**
     * A change of what was ordered that was worked out and not made.
     *
     * @param lines all that would be ordered
     * @param shipping how it would be sent
     * @param difference what the order would be worth more; less if it is negative
     * @param stock how many units more, or fewer, of tracked SKUs would be promised
     */
    public record Edit(
            String id,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            @Nullable String reason,
            Instant at) {}
}
