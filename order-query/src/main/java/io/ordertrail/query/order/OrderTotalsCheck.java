package io.ordertrail.query.order;

import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.verification.EventScan;
import io.ordertrail.query.verification.InvariantCheck;
import io.ordertrail.query.verification.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.joda.money.CurrencyUnit;

/**
 * Every event of an order can be read, and leaves its quantities and money in bounds (O3, O6); the view and the list
 * add up to what the events say that they have processed (I4).
 */
final class OrderTotalsCheck implements InvariantCheck {

    private final EventScan events;
    private final Positions positions;
    private final StateTable<FoldedOrder> views;
    private final StateTable<ListedOrder> list;
    private final Snapshot snapshot;

    OrderTotalsCheck(
            EventScan events,
            Positions positions,
            StateTable<FoldedOrder> views,
            StateTable<ListedOrder> list,
            Snapshot snapshot) {
        this.events = events;
        this.positions = positions;
        this.views = views;
        this.list = list;
        this.snapshot = snapshot;
    }

    /** Totals of orders, after the events that one source has processed. */
    private record Source(String name, ProcessedPositions takenIn, Map<String, OrderTotal> totals) {

        void take(EventMessage<?> event, ListedOrder after) {
            if (takenIn.has(Positions.of(event))) {
                totals.put(
                        after.orderId(), new OrderTotal(after.goodsTotal(), after.shippingTotal(), after.grandTotal()));
            }
        }

        void compare(OrderTotals found, Tally tally) {
            OrderTotals expected = OrderTotals.of(totals.values());
            Set<CurrencyUnit> currencies = new HashSet<>();
            expected.currencies().forEach(currencies::add);
            found.currencies().forEach(currencies::add);
            for (CurrencyUnit currency : currencies) {
                tally.checked(1);
                OrderTotal should = expected.in(currency);
                OrderTotal is = found.in(currency);
                if (should == null || !should.equals(is)) {
                    tally.breach(name + " adds up to " + is + ", the events to " + should);
                }
            }
        }
    }

    @Override
    public List<Check> check() {
        return snapshot.read(this::look);
    }

    private List<Check> look() {
        long head = positions.head();
        Source all = new Source("events", new ProcessedPositions(head, Set.of()), new HashMap<>());
        Source view = source(views);
        Source rows = source(list);
        Tally read = fold(head, List.of(all, view, rows));
        Tally agreement = new Tally();
        OrderTotals viewed = new OrderTotals();
        views.forEach(order -> viewed.add(total(order.totals())));
        view.compare(viewed, agreement);
        OrderTotals listed = new OrderTotals();
        list.forEach(
                order -> listed.add(new OrderTotal(order.goodsTotal(), order.shippingTotal(), order.grandTotal())));
        rows.compare(listed, agreement);
        String sums = OrderTotals.of(all.totals().values()).inWords();
        return List.of(
                read.check("I3", "every event can be read and folded, quantities and money in bounds (O3, O6)"),
                agreement.check(
                        "I4",
                        "totals agree between events, view and list: "
                                + all.totals().size() + " orders" + (sums.isEmpty() ? "" : "; " + sums)));
    }

    private Tally fold(long head, List<Source> sources) {
        Orders orders = new Orders(list, sources, new HashMap<>(), new HashSet<>(), new Tally());
        long seen = events.forEach("totals of orders", head, event -> {
            if (list.concerns(event)) {
                orders.take((DomainEventMessage<?>) event);
            }
        });
        if (seen < head) {
            orders.tally.breach("the store gave events to " + seen + " only, of " + head);
        }
        orders.requireBounds();
        return orders.tally;
    }

    /**
     * All orders, from their events.
     *
     * @param broken those with an event that cannot be processed, of which nothing later is processed either
     */
    private record Orders(
            StateTable<ListedOrder> fold,
            List<Source> sources,
            Map<String, ListedOrder> rows,
            Set<String> broken,
            Tally tally) {

        void take(DomainEventMessage<?> event) {
            String orderId = event.getAggregateIdentifier();
            if (broken.contains(orderId)) {
                return;
            }
            tally.checked(1);
            try {
                ListedOrder after = Objects.requireNonNull(fold.fold(orderId, rows.get(orderId), event));
                rows.put(orderId, after);
                sources.forEach(source -> source.take(event, after));
            } catch (RuntimeException e) {
                broken.add(orderId);
                tally.breach(
                        orderId + ": event " + event.getSequenceNumber() + " cannot be processed: " + e.getMessage());
            }
        }

        /** Only at the end: news of a refund may come before that of its money. */
        void requireBounds() {
            rows.values().stream()
                    .filter(order -> !broken.contains(order.orderId()) && isOverdrawn(order))
                    .forEach(order -> tally.breach(order.orderId()
                            + ": O6 broken: more went back than was captured, and no problem tells of it"));
        }
    }

    private static boolean isOverdrawn(ListedOrder order) {
        Funds funds = order.facts().funds();
        return funds.refunded().isGreaterThan(funds.captured())
                && order.facts().problems().isEmpty();
    }

    private Source source(StateTable<?> table) {
        return new Source(table.name(), positions.takenIn(table.name()), new HashMap<>());
    }

    private static OrderTotal total(Totals totals) {
        return new OrderTotal(totals.lines(), totals.shipping(), totals.grand());
    }
}
