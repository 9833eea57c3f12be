package io.ordertrail.query;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalDenied;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalExpired;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalGiven;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes streams of orders as the write side would: any of the ways that an order can go, by a seeded random. */
public final class Stories {

    public static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");

    /** The events of these stories that change nothing of the facts about an order. */
    public static final Set<Class<?>> WITHOUT_FACTS = Set.of(
            OrderNoteAdded.class,
            OrderEditProposed.class,
            OrderExpired.class,
            OrderOverdue.class,
            AddressChanged.class,
            ApprovalAsked.class,
            ApprovalGiven.class,
            ApprovalDenied.class,
            ApprovalExpired.class,
            OrderDataErased.class,
            ShipmentUndelivered.class);

    /** It comes when nobody can read any more what the others hold: none of these stories. */
    public static final Class<?> UNTOLD = OrderDataErased.class;

    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("KWD"));
    private static final List<String> NAMES =
            List.of("A. Turing", "Ödön Kiss", "100% Cotton_Ltd", "O'Brien; drop table order_list", "back\\slash!");

    private final Random random;
    private final ProcessStories processes;
    private int count;

    public Stories(long seed) {
        this.random = new Random(seed);
        this.processes = new ProcessStories(random);
    }

    /** The events of one more order. */
    public List<OrderEvent> next() {
        OrderCreated created = placed();
        List<OrderEvent> events = new ArrayList<>(List.of(created));
        String id = created.orderId();
        if (random.nextInt(4) == 0) {
            events.add(new OrderNoteAdded(id, "c-1", "call \"back\"", NoteVisibility.INTERNAL, created.at()));
        }
        if (random.nextInt(5) == 0) {
            events.add(new OrderHeld(id, "FRAUD_CHECK", null, created.at()));
            if (random.nextBoolean()) {
                events.add(new OrderReleased(id, "it is she", created.at()));
            }
        }
        processes.changesAddress(created, events);
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1 -> events.add(new OrderCancelled(id, CancellationReason.CUSTOMER, "too late", created.at()));
            case 2 -> processes.ends(created, events);
            case 3 -> processes.isEdited(created, events);
            default -> {
                processes.isStocked(created, events);
                pay(created, events);
                if (random.nextInt(4) > 0) {
                    ship(created, events);
                }
            }
        }
        processes.hasProblems(created, events);
        processes.needsASecondPerson(created, events);
        return events;
    }

    /** An order that is only placed. */
    public OrderCreated placed() {
        CurrencyUnit currency = pick(CURRENCIES);
        List<OrderLine> lines = new ArrayList<>();
        int wanted = 1 + random.nextInt(4);
        for (int i = 1; i <= wanted; i++) {
            int quantity = 1 + random.nextInt(5);
            Money price = Money.ofMinor(currency, 1 + random.nextInt(20) * 500L);
            Money total = price.multipliedBy(quantity);
            lines.add(new OrderLine(
                    String.valueOf(i),
                    "SKU-" + random.nextInt(8),
                    "Thing",
                    quantity,
                    price,
                    Money.zero(currency),
                    new BigDecimal("0.19"),
                    true,
                    total,
                    Money.zero(currency)));
        }
        return order(currency, lines);
    }

    private OrderCreated order(CurrencyUnit currency, List<OrderLine> lines) {
        int n = ++count;
        Money goods = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
        Money nothing = Money.zero(currency);
        Money freight = Money.ofMinor(currency, random.nextInt(3) * 250L);
        @Nullable
        Shipping shipping =
                freight.isZero() ? null : new Shipping("DHL_STD", freight, new BigDecimal("0.19"), true, nothing);
        Money grand = goods.plus(freight);
        Address home = new Address(pick(NAMES), "Hauptstr. 1", null, "10115", "Berlin", null, "DE");
        return new OrderCreated(
                OrderId.of("story " + n + " of " + random.nextLong()),
                "2026-%06d".formatted(999_990 + n),
                random.nextBoolean() ? "shop_" + n + "%" : null,
                random.nextBoolean() ? "WEB" : "IMPORT",
                "c-" + random.nextInt(6),
                currency,
                pick(List.of(PaymentTerms.PREPAID, PaymentTerms.AUTH_FIRST, PaymentTerms.INVOICE)),
                List.copyOf(lines),
                shipping,
                new Totals(goods, nothing, freight, nothing, nothing, grand),
                RoundingMode.HALF_EVEN,
                // Now and then it goes nowhere, as a download does.
                n % 7 == 0 ? null : home,
                null,
                List.of(),
                random.nextBoolean() ? null : PaymentChoice.sandbox("ok"),
                n % 2 == 0 ? Map.of() : Map.of("season", n % 3 == 0 ? "summer" : "winter", "source", "s-" + n % 5),
                Duration.ofDays(7),
                Duration.ofHours(48),
                // Few different instants, so that ties are common.
                DAY.plusSeconds(random.nextInt(10)).plusNanos(random.nextInt(3) * 1_000_000_700L % 1_000_000_000L));
    }

    private void pay(OrderCreated order, List<OrderEvent> events) {
        String id = order.orderId();
        Money grand = order.totals().grand();
        switch (random.nextInt(5)) {
            case 0 -> events.add(payment(order, PaymentKind.AUTHORIZED, grand));
            case 3 -> processes.isCaptured(order, events);
            case 1 -> events.add(payment(order, PaymentKind.CAPTURED, grand.plusMinor(1)));
            case 2 -> events.add(new PaymentWaived(id, "an old friend", order.at()));
            default -> events.add(payment(order, PaymentKind.CAPTURED, grand));
        }
        events.add(new OrderConfirmed(id, order.shipWithin(), order.at()));
    }

    public static PaymentProcessed payment(OrderCreated order, PaymentKind kind, Money amount) {
        // What people said that had come is declined when it has not, and is counted before.
        String method = kind == PaymentKind.DECLINED ? "SANDBOX" : "MANUAL";
        return new PaymentProcessed(
                order.orderId(),
                payment(order.orderId()),
                null,
                kind,
                method,
                amount,
                "bank-1",
                null,
                null,
                order.at());
    }

    static String payment(String orderId) {
        return OrderId.payment(orderId, "p");
    }

    private void ship(OrderCreated order, List<OrderEvent> events) {
        String id = order.orderId();
        String shipment = OrderId.shipment(id, "s");
        List<LineQuantity> parcel = order.lines().stream()
                .map(line -> new LineQuantity(line.lineId(), 1 + random.nextInt(line.quantity())))
                .toList();
        if (random.nextInt(4) == 0) {
            String other = OrderId.shipment(id, "not sent");
            events.add(new ShipmentApproved(id, other, parcel, skus(order, parcel), order.at()));
            events.add(new ShipmentWithdrawn(id, other, parcel, order.at()));
        }
        events.add(new ShipmentApproved(id, shipment, parcel, skus(order, parcel), order.at()));
        if (random.nextInt(4) == 0) {
            return;
        }
        events.add(
                new OrderShipped(id, shipment, parcel, "DHL", "T-1", order.at().plusSeconds(60)));
        if (random.nextInt(3) == 0) {
            processes.isLost(order, shipment, parcel, events);
            return;
        }
        events.add(new OrderDelivered(id, shipment, parcel, order.at().plusSeconds(90)));
        List<CancelledLine> rest = new ArrayList<>();
        for (int i = 0; i < parcel.size(); i++) {
            OrderLine line = order.lines().get(i);
            int left = line.quantity() - parcel.get(i).quantity();
            if (left > 0) {
                rest.add(new CancelledLine(line.lineId(), left, line.unitPrice().multipliedBy(left)));
            }
        }
        if (!rest.isEmpty()) {
            Money value =
                    rest.stream().map(CancelledLine::value).reduce(Money::plus).orElseThrow();
            events.add(new OrderLinesCancelled(id, rest, value, CancellationReason.UNAVAILABLE, null, order.at()));
        }
        events.add(new OrderCompleted(id, order.at().plusSeconds(90)));
        processes.comesBack(order, parcel, events);
    }

    private static List<String> skus(OrderCreated order, List<LineQuantity> parcel) {
        return order.lines().subList(0, parcel.size()).stream()
                .map(OrderLine::sku)
                .toList();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
