package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.order.view.OrderView.Cancellation;
import io.ordertrail.api.order.view.OrderView.Deadline;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.order.goods.LineState;
import io.ordertrail.model.order.goods.PricedLines;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Approvals;
import io.ordertrail.model.order.money.Transactions;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order after some of its events: all that it must remember in order to decide, and all that is shown of it. It only
 * changes by events ({@link OrderFold}).
 *
 * @param recordedAt when the last event was recorded
 * @param heldAt business time of the latest hold, of the placing before there is one
 * @param ordered what is ordered now
 * @param shippingAddress where the goods go now; null if it was not given
 * @param billingAddress where the bill goes now; null if that is the same
 * @param parcels by shipment id, the oldest first
 * @param edits that were worked out, by edit id, the oldest first
 * @param resolved ids of the problems that were resolved
 * @param deadlines what will happen by itself, the earliest first
 * @param approvals what waits for a second person
 * @param isErased whether its customer was forgotten
 */
@RecordBuilder
public record OrderState(
        Placement placed,
        Instant recordedAt,
        Instant heldAt,
        OrderFacts facts,
        PricedLines ordered,
        @Nullable Address shippingAddress,
        @Nullable Address billingAddress,
        Map<String, OrderShipmentView> parcels,
        Map<String, Proposal> edits,
        Transactions transactions,
        SortedSet<String> resolved,
        @Nullable Cancellation cancellation,
        List<Deadline> deadlines,
        Approvals approvals,
        boolean isErased)
        implements OrderStateBuilder.With {

    /** @param recordedAt when the placing was recorded */
    public static OrderState of(OrderCreated order, Instant recordedAt) {
        return new OrderState(
                Placement.of(order),
                recordedAt,
                order.at(),
                OrderFacts.of(order),
                PricedLines.of(order),
                order.shippingAddress(),
                order.billingAddress(),
                Map.of(),
                Map.of(),
                Transactions.NONE,
                Collections.emptySortedSet(),
                null,
                Deadlines.placed(order, recordedAt),
                Approvals.NONE,
                false);
    }

    /** @param recordedAt when the event was recorded, from which some deadlines count */
    public OrderState evolve(OrderEvent event, Instant recordedAt) {
        return OrderFold.next(this, event, recordedAt);
    }

    /** As if the event were recorded when it happens. */
    public OrderState evolve(OrderEvent event) {
        return evolve(event, event.at());
    }

    public String orderId() {
        return placed.orderId();
    }

    public Instant placedAt() {
        return placed.at();
    }

    /** The line of this id, if the order has it. */
    public Optional<LineState> line(String lineId) {
        OrderLine priced = ordered.lines().get(lineId);
        return priced == null ? Optional.empty() : Optional.of(new LineState(priced, units(lineId), backWorth(lineId)));
    }

    public Quantities units(String lineId) {
        return Objects.requireNonNull(facts.lines().get(lineId), lineId);
    }

    /** Units that will not be delivered, with their value. */
    public List<CancelledLine> cancelled(List<LineQuantity> units) {
        return units.stream()
                .map(part -> new CancelledLine(
                        part.lineId(),
                        part.quantity(),
                        line(part.lineId()).orElseThrow().valueOf(part.quantity())))
                .toList();
    }

    public List<String> skusOf(List<LineQuantity> units) {
        return units.stream()
                .map(part -> line(part.lineId()).orElseThrow().priced().sku())
                .toList();
    }

    private Money backWorth(String lineId) {
        return facts.returns().values().stream()
                .map(one -> one.progress().worth().get(lineId))
                .filter(Objects::nonNull)
                .reduce(facts.funds().nothing(), Money::plus);
    }

    /** What of shipping went back with returns. */
    public Money shippingBack() {
        return facts.returns().values().stream()
                .map(one -> one.money().shipping())
                .filter(Objects::nonNull)
                .reduce(facts.funds().nothing(), Money::plus);
    }

    /** The latest delivery, or {@code otherwise} where that is later. */
    public Instant lastDelivery(Instant otherwise) {
        return parcels.values().stream()
                .map(OrderShipmentView::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(otherwise, BusinessTime::latest);
    }

    /** When the last parcel of a line arrived, if any has. */
    public Optional<Instant> deliveryOf(String lineId) {
        return parcels.values().stream()
                .filter(parcel ->
                        parcel.lines().stream().anyMatch(line -> line.lineId().equals(lineId)))
                .map(OrderShipmentView::deliveredAt)
                .filter(Objects::nonNull)
                .reduce(BusinessTime::latest);
    }

    /** Its customer was forgotten. */
    OrderState erased() {
        return Erased.in(this).withIsErased(true);
    }

    /** What was worked out for other goods can no longer be done. */
    OrderState withoutEdits() {
        Map<String, Proposal> outdated = new LinkedHashMap<>(edits);
        outdated.replaceAll((id, proposal) -> new Proposal(proposal.edit(), true));
        return edits.isEmpty() ? this : withEdits(Collections.unmodifiableMap(outdated));
    }
}
