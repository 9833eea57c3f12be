package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.Contract;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.order.list.OrderListFold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.table.RowJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderFoldTest {

    private static final Instant RECORDED = Instant.parse("2026-04-01T08:00:00.123456789Z");

    private final OrderCreated order = new Stories(1).placed();
    private final String id = order.orderId();

    @Test
    void every_event_of_the_contract_can_be_folded() {
        Set<Class<?>> met = new HashSet<>();
        Stories stories = new Stories(21);
        for (int i = 0; i < 500; i++) {
            List<OrderEvent> events = stories.next();
            events.forEach(event -> met.add(event.getClass()));
            assertThat(view(events).version()).isEqualTo(events.size() - 1);
        }
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(Contract.types(OrderEvent.class)
                        .filter(type -> type != Stories.UNTOLD)
                        .toList());
    }

    /** An event that changes facts and that nobody folds would be among the others. */
    @Test
    void every_event_changes_the_facts_but_those_that_are_known_to_change_none() {
        Set<Class<?>> quiet = new HashSet<>(Contract.types(OrderEvent.class).toList());
        Stories stories = new Stories(24);
        for (int i = 0; i < 500; i++) {
            OrderFacts facts = null;
            for (OrderEvent event : stories.next()) {
                OrderFacts after = event instanceof OrderCreated created ? OrderFacts.of(created) : facts.after(event);
                if (!after.equals(facts)) {
                    quiet.remove(event.getClass());
                }
                facts = after;
            }
        }
        assertThat(quiet).isEqualTo(Stories.WITHOUT_FACTS);
    }

    @Test
    void addresses_and_shipping_follow_what_changed_them() {
        Address other = new Address("B. Russell", "Nebenstr. 2", null, null, "Bonn", null, "DE");
        Shipping express = new Shipping(
                "EXPRESS",
                order.totals().shipping(),
                BigDecimal.ZERO,
                true,
                order.totals().tax());
        FoldedOrder folded = fold(
                order,
                new AddressChanged(id, "c-1", other, null, order.at()),
                new OrderEdited(
                        id,
                        "edit-1",
                        order.lines(),
                        express,
                        order.totals(),
                        Money.zero(order.currency()),
                        List.of(),
                        order.at()));
        OrderView view = OrderFold.view(folded);
        assertThat(view.shippingAddress()).isEqualTo(other);
        assertThat(view.billingAddress()).isEqualTo(order.billingAddress());
        assertThat(view.shipping()).isEqualTo(express);
    }

    @Test
    void a_parcel_that_did_not_arrive_shows_why_and_what_became_of_it() {
        List<LineQuantity> parcel = List.of(new LineQuantity("1", 1));
        List<CancelledLine> lost = List.of(new CancelledLine("1", 1, Money.zero(order.currency())));
        Instant at = order.at();
        List<OrderEvent> events = new ArrayList<>(List.of(
                order,
                new ShipmentApproved(id, "s-1", parcel, List.of("SKU"), at),
                new OrderShipped(id, "s-1", parcel, "DHL", "T", at),
                new ShipmentUndelivered(id, "s-1", true, "Nobody home", at.plusSeconds(5))));
        assertThat(view(events).shipments())
                .containsExactly(new OrderShipmentView(
                        "s-1",
                        OrderShipmentStatus.RETURNED_TO_SENDER,
                        parcel,
                        "DHL",
                        "T",
                        at,
                        at,
                        null,
                        at.plusSeconds(5),
                        "Nobody home",
                        null));
        events.add(new ShipmentResolved(
                id, "s-1", true, true, lost, List.of("SKU"), Money.zero(order.currency()), null, at));
        OrderView view = view(events);
        assertThat(view.shipments().get(0).status()).isEqualTo(OrderShipmentStatus.RESOLVED);
        assertThat(view.shipments().get(0).sendAgain()).isTrue();
        assertThat(view.lines().get(0).quantity().lost()).isEqualTo(1);
        assertThat(view.lines().get(0).quantity().shipped()).isZero();
    }

    @Test
    void view_and_list_derive_the_same_words_and_sums_from_the_same_events() {
        Stories stories = new Stories(22);
        for (int i = 0; i < 500; i++) {
            List<OrderEvent> events = stories.next();
            FoldedOrder folded = null;
            ListedOrder listed = null;
            for (int version = 0; version < events.size(); version++) {
                Recorded<OrderEvent> recorded = new Recorded<>(events.get(version), version, RECORDED);
                folded = OrderFold.STREAM.next(folded, recorded);
                listed = OrderListFold.STREAM.next(listed, recorded);
                assertThat(listed.facts()).isEqualTo(folded.facts());
                assertThat(folded.facts().lines().values().stream()
                                .mapToLong(each -> each.approved())
                                .sum())
                        .isEqualTo(folded.facts().goods().approved());
            }
        }
    }

    @Test
    void a_fold_is_pure() {
        FoldedOrder before = fold(order);
        Recorded<OrderEvent> payment = new Recorded<>(
                Stories.payment(order, PaymentKind.CAPTURED, order.totals().grand()), 1, RECORDED);
        FoldedOrder once = OrderFold.STREAM.next(before, payment);
        assertThat(OrderFold.STREAM.next(before, payment)).isEqualTo(once);
        assertThat(before).isEqualTo(fold(order));
    }

    @Test
    void an_event_that_was_taken_in_before_changes_nothing() {
        FoldedOrder folded = fold(order, new OrderConfirmed(id, null, order.at()));
        assertThat(OrderFold.STREAM.next(folded, new Recorded<>(order, 0, RECORDED)))
                .isSameAs(folded);
        assertThat(OrderFold.STREAM.next(folded, new Recorded<>(new OrderConfirmed(id, null, order.at()), 1, RECORDED)))
                .isSameAs(folded);
    }

    @Test
    void a_missing_event_is_not_passed_over() {
        FoldedOrder folded = fold(order);
        Recorded<OrderEvent> third = new Recorded<>(new OrderConfirmed(id, null, order.at()), 2, RECORDED);
        assertThatThrownBy(() -> OrderFold.STREAM.next(folded, third)).hasMessageContaining("at version 0");
        assertThatThrownBy(() -> OrderFold.STREAM.next(null, third)).hasMessageContaining("at version -1");
        assertThatThrownBy(() -> OrderFold.STREAM.next(
                        null, new Recorded<>(new OrderConfirmed(id, null, order.at()), 0, RECORDED)))
                .hasMessageContaining("cannot begin");
    }

    @Test
    void a_cancelled_order_is_owed_nothing_and_every_unit_of_it_is_cancelled() {
        OrderView view = view(List.of(order, new OrderCancelled(id, CancellationReason.CUSTOMER, "no", order.at())));
        assertThat(view.status()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(view.displayStatus()).isEqualTo(DisplayStatus.CANCELLED);
        assertThat(view.paymentStatus()).isEqualTo(PaymentStatus.NONE);
        assertThat(view.totals().due().isZero()).isTrue();
        assertThat(view.totals().cancelled()).isEqualTo(order.totals().grand());
        assertThat(view.lines())
                .allMatch(line -> line.quantity().cancelled() == line.quantity().ordered());
        assertThat(view.cancellation())
                .isEqualTo(new OrderView.Cancellation(CancellationReason.CUSTOMER, "no", order.at()));
    }

    @Test
    void a_parcel_goes_from_approved_to_delivered_and_its_lines_with_it() {
        List<LineQuantity> parcel = List.of(new LineQuantity("1", 1));
        Instant at = order.at();
        OrderView view = view(List.of(
                order,
                new OrderConfirmed(id, null, at),
                new ShipmentApproved(id, "s-1", parcel, List.of("SKU"), at),
                new OrderShipped(id, "s-1", parcel, "DHL", "T", at.plusSeconds(1))));
        assertThat(view.shipments())
                .containsExactly(new OrderShipmentView(
                        "s-1",
                        OrderShipmentStatus.DISPATCHED,
                        parcel,
                        "DHL",
                        "T",
                        at,
                        at.plusSeconds(1),
                        null,
                        null,
                        null,
                        null));
        OrderView later = view(List.of(
                order,
                new OrderConfirmed(id, null, at),
                new ShipmentApproved(id, "s-1", parcel, List.of("SKU"), at),
                new OrderShipped(id, "s-1", parcel, "DHL", "T", at.plusSeconds(1)),
                new OrderDelivered(id, "s-1", parcel, at.plusSeconds(2))));
        assertThat(later.shipments().get(0).status()).isEqualTo(OrderShipmentStatus.DELIVERED);
        assertThat(later.shipments().get(0).deliveredAt()).isEqualTo(at.plusSeconds(2));
        assertThat(later.lines().get(0).quantity().delivered()).isEqualTo(1);
    }

    @Test
    void cancelled_lines_make_the_order_worth_less() {
        Money value = order.lines().get(0).unitPrice();
        OrderView view = view(List.of(
                order,
                new OrderLinesCancelled(
                        id,
                        List.of(new CancelledLine("1", 1, value)),
                        value,
                        CancellationReason.UNAVAILABLE,
                        null,
                        order.at())));
        assertThat(view.totals().cancelled()).isEqualTo(value);
        assertThat(view.totals().due()).isEqualTo(order.totals().grand().minus(value));
        assertThat(view.lines().get(0).quantity().cancelled()).isEqualTo(1);
    }

    @Test
    void holds_and_notes_leave_the_lifecycle_alone() {
        OrderView view = view(List.of(
                order,
                new OrderHeld(id, "FRAUD_CHECK", null, order.at()),
                new OrderNoteAdded(id, "c-1", "hm", NoteVisibility.INTERNAL, order.at())));
        assertThat(view.status()).isEqualTo(OrderLifecycle.PENDING);
        assertThat(view.onHold()).isTrue();
        assertThat(view.holdReason()).isEqualTo("FRAUD_CHECK");
        assertThat(view.updatedAt()).isEqualTo(RECORDED);
        assertThat(view.createdAt()).isEqualTo(order.at());
    }

    @Test
    void a_stored_state_reads_back_equal() {
        Stories stories = new Stories(23);
        var json = RowJson.mapper();
        for (int i = 0; i < 100; i++) {
            FoldedOrder folded = fold(stories.next().toArray(OrderEvent[]::new));
            assertThat(json.readValue(json.writeValueAsString(folded), FoldedOrder.class))
                    .isEqualTo(folded);
        }
    }

    /**
     * A set without an order came back from the row in another one, and the row was not the fold of its events any
     * more.
     */
    @Test
    void a_stored_state_keeps_its_resolved_problems_in_one_order() {
        FoldedOrder folded = fold(
                order,
                new OrderProblemResolved(id, "stock-untold:1", null, order.at()),
                new OrderProblemResolved(id, "step:69ad06a7-fed5-3c72-87dd-b4df2bda8fba", null, order.at()));
        String stored = RowJson.write(folded);
        assertThat(RowJson.write(RowJson.read(stored, FoldedOrder.class, "order-view")))
                .isEqualTo(stored);
    }

    @Test
    void a_stored_state_keeps_its_lines_in_their_order() {
        OrderLine first = order.lines().get(0);
        List<OrderLine> lines = IntStream.rangeClosed(1, 11)
                .mapToObj(n -> new OrderLine(
                        Integer.toString(n),
                        first.sku(),
                        first.name(),
                        first.quantity(),
                        first.unitPrice(),
                        first.discount(),
                        first.orderDiscount(),
                        first.taxRate(),
                        first.priceIncludesTax(),
                        first.total(),
                        first.tax(),
                        null))
                .toList();
        FoldedOrder folded = fold(
                order,
                new OrderEdited(
                        id,
                        "edit-1",
                        lines,
                        null,
                        order.totals(),
                        Money.zero(order.currency()),
                        List.of(),
                        order.at()));
        FoldedOrder read = RowJson.read(RowJson.write(folded), FoldedOrder.class, "order-view");
        assertThat(OrderFold.view(read)).isEqualTo(OrderFold.view(folded));
    }

    private static OrderView view(List<? extends OrderEvent> events) {
        return OrderFold.view(fold(events.toArray(OrderEvent[]::new)));
    }

    private static FoldedOrder fold(OrderEvent... events) {
        FoldedOrder folded = null;
        long version = 0;
        for (OrderEvent event : Arrays.asList(events)) {
            folded = OrderFold.STREAM.next(folded, new Recorded<>(event, version++, RECORDED));
        }
        if (folded == null) {
            throw new IllegalArgumentException("No events");
        }
        return folded;
    }

    @Test
    void without_the_key_of_its_customer_an_order_is_what_its_events_tell_without_it() {
        Address home = new Address("B. Russell", "Nebenstr. 2", null, "53111", "Bonn", null, "DE");
        FoldedOrder live = fold(
                order,
                new AddressChanged(id, "c-1", home, home, order.at()),
                new OrderNoteAdded(id, "c-1", "rings twice", NoteVisibility.CUSTOMER, order.at()),
                new OrderDataErased(id, order.at()));
        FoldedOrder later = fold(
                Erased.in(order),
                Erased.in(new AddressChanged(id, "c-1", home, home, order.at())),
                Erased.in(new OrderNoteAdded(id, "c-1", "rings twice", NoteVisibility.CUSTOMER, order.at())),
                new OrderDataErased(id, order.at()));
        assertThat(live).isEqualTo(later);
        assertThat(OrderFold.view(live).shippingAddress()).isEqualTo(Erased.in(home));
    }

    /** Else a view would differ from what can still be read of its events. */
    @Test
    void whatever_becomes_of_an_order_without_the_key_it_is_what_its_events_tell_without_it() {
        Stories stories = new Stories(7);
        for (int n = 0; n < 300; n++) {
            List<OrderEvent> events = new ArrayList<>(stories.next());
            OrderEvent last =
                    new OrderDataErased(events.get(0).orderId(), events.get(0).at());
            FoldedOrder live =
                    fold(Stream.concat(events.stream(), Stream.of(last)).toArray(OrderEvent[]::new));
            FoldedOrder later = fold(Stream.concat(events.stream().map(Erased::in), Stream.of(last))
                    .toArray(OrderEvent[]::new));
            assertThat(live).isEqualTo(later);
        }
    }
}
