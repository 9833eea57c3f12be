package io.ordertrail.app;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsCommand.RecordDelivered;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RecordShipped;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsCommand.WithdrawShipment;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderEditView;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.OrderReturnView;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.RebuildComparison;
import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Answers that have the right shape; their numbers are not the service's. */
final class SampleOrder {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    private SampleOrder() {}

    static OrderView view(List<OrderCommand> commands) {
        CreateOrder created = (CreateOrder) commands.get(0);
        Money worth = worth(created.currency(), created.lines(), created.shipping());
        Money zero = Money.zero(created.currency());
        OrderFacts facts = facts(worth);
        return new OrderView(
                created.orderId(),
                number(created.orderId()),
                created.externalRef(),
                created.channel(),
                created.customerId(),
                commands.size() - 1,
                OrderLifecycle.PENDING,
                facts.paymentStatus(),
                facts.fulfilmentStatus(),
                facts.returnStatus(),
                facts.displayStatus(),
                false,
                null,
                created.paymentTerms(),
                created.currency().getCode(),
                IntStream.range(0, created.lines().size())
                        .mapToObj(i -> line(i, created.lines().get(i)))
                        .toList(),
                shipping(created.shipping()),
                new OrderView.Sums(worth, zero, zero, zero, zero, worth, zero, zero, zero, zero, zero, worth, worth),
                Stream.concat(
                                of(commands, RecordPayment.class).map(SampleOrder::payment),
                                of(commands, RecordPaymentAnswer.class).map(SampleOrder::payment))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                of(commands, ApproveShipment.class)
                        .map(approved -> shipment(approved, commands))
                        .toList(),
                of(commands, RequestReturn.class)
                        .map(asked -> returned(asked, worth, commands))
                        .toList(),
                of(commands, ProposeEdit.class).map(edit -> edit(edit, zero)).toList(),
                List.of(),
                created.shippingAddress(),
                created.billingAddress(),
                created.metadata(),
                null,
                facts.allowedActions(),
                List.of(),
                List.of(),
                THEN,
                THEN);
    }

    static OrderSummary summary(OrderView o) {
        return new OrderSummary(
                o.id(),
                o.number(),
                o.externalRef(),
                o.customerId(),
                o.channel(),
                o.status(),
                o.paymentStatus(),
                o.fulfilmentStatus(),
                o.returnStatus(),
                o.displayStatus(),
                o.onHold(),
                o.currency(),
                o.totals().grand(),
                o.lines().size(),
                o.version(),
                o.createdAt(),
                o.updatedAt());
    }

    static OrderHistory history(String orderId, List<OrderCommand> commands) {
        return new OrderHistory(
                orderId,
                commands.size() - 1,
                IntStream.range(0, commands.size())
                        .mapToObj(i -> new OrderHistory.Entry(
                                orderId,
                                (long) i,
                                "event-" + i,
                                "order.OrderHeld",
                                THEN,
                                THEN,
                                "local",
                                List.of("SUPPORT"),
                                null,
                                null,
                                "Something happened",
                                Map.of("orderId", orderId),
                                null,
                                null,
                                null,
                                null))
                        .toList(),
                List.of(new OrderHistory.Upcoming(orderId, THEN, "The order is cancelled, unless it is confirmed")),
                null,
                null,
                "c1");
    }

    static Quote quote(QuoteOrder query) {
        Money worth = worth(query.currency(), query.lines(), query.shipping());
        Money zero = Money.zero(query.currency());
        List<OrderLine> lines = IntStream.range(0, query.lines().size())
                .mapToObj(i -> {
                    LineRequest line = query.lines().get(i);
                    return new OrderLine(
                            Integer.toString(i + 1),
                            line.sku(),
                            line.name(),
                            line.quantity(),
                            line.unitPrice(),
                            line.discount(),
                            line.taxRate(),
                            line.priceIncludesTax(),
                            line.unitPrice(),
                            zero);
                })
                .toList();
        return new Quote(
                lines,
                shipping(query.shipping()),
                new Totals(worth, zero, zero, zero, zero, worth),
                lines.stream()
                        .map(line -> new Quote.Availability(line.lineId(), line.sku(), false, true))
                        .toList());
    }

    static Projections projections() {
        return new Projections(
                List.of(new Projections.Item("order-list", 41, 41, 0, true, null, 0, rebuild("rebuild-1"))));
    }

    static Rebuild rebuild(StartRebuild command) {
        return rebuild(command.rebuildId());
    }

    static Rebuild rebuild(String id) {
        return new Rebuild(
                id,
                "order-list",
                RebuildStatus.FILLING,
                "anna",
                THEN,
                null,
                42,
                21,
                50.0,
                1000.0,
                null,
                THEN,
                null,
                new RebuildComparison(
                        7, 7, "00000000000000a0", "00000000000000a1", 1, List.of("order-A differs in words")),
                null);
    }

    static String number(String orderId) {
        return "2026-" + "%06d".formatted(Math.abs(orderId.hashCode() % 1_000_000));
    }

    private static OrderFacts facts(Money worth) {
        return new OrderFacts(
                OrderLifecycle.PENDING,
                null,
                PaymentTerms.PREPAID,
                false,
                false,
                "c-1042",
                null,
                Map.of("1", Quantities.ordered(2)),
                Map.of(),
                Funds.owing(worth),
                Map.of(),
                List.of());
    }

    private static Money worth(CurrencyUnit currency, List<LineRequest> lines, ShippingRequest shipping) {
        Money goods = lines.stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()))
                .reduce(Money.zero(currency), Money::plus);
        return shipping == null ? goods : goods.plus(shipping.price());
    }

    private static OrderView.Line line(int i, LineRequest line) {
        return new OrderView.Line(
                Integer.toString(i + 1),
                line.sku(),
                line.name(),
                line.unitPrice(),
                line.discount(),
                Money.zero(line.discount().getCurrencyUnit()),
                line.taxRate(),
                line.priceIncludesTax(),
                line.unitPrice(),
                line.discount(),
                null,
                false,
                new OrderView.Quantities(line.quantity(), 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Shipping shipping(ShippingRequest asked) {
        return asked == null
                ? null
                : new Shipping(
                        asked.method(),
                        asked.price(),
                        asked.taxRate(),
                        asked.priceIncludesTax(),
                        Money.zero(asked.price().getCurrencyUnit()));
    }

    private static OrderView.Payment payment(RecordPayment paid) {
        return new OrderView.Payment(
                paid.paymentId(),
                PaymentKind.CAPTURED,
                PaymentChoice.MANUAL,
                paid.amount(),
                paid.reference(),
                null,
                THEN);
    }

    private static OrderView.Payment payment(RecordPaymentAnswer heard) {
        return new OrderView.Payment(
                heard.paymentId(), heard.kind(), heard.method(), heard.amount(), null, heard.reason(), THEN);
    }

    private static OrderEditView edit(ProposeEdit edit, Money zero) {
        return new OrderEditView(
                edit.editId(),
                List.of(),
                null,
                new Totals(zero, zero, zero, zero, zero, zero),
                zero,
                List.of(new StockLine("1", "TEE-M", 1)),
                edit.reason(),
                THEN);
    }

    private static OrderShipmentView shipment(ApproveShipment approved, List<OrderCommand> commands) {
        List<LineQuantity> lines = approved.lines().isEmpty() ? List.of(new LineQuantity("1", 2)) : approved.lines();
        return new OrderShipmentView(
                approved.shipmentId(), status(commands), lines, null, null, THEN, null, null, null, null, null);
    }

    /** Of the one shipment that an order has here. */
    private static OrderShipmentStatus status(List<OrderCommand> commands) {
        OrderShipmentStatus status = OrderShipmentStatus.APPROVED;
        for (OrderCommand command : commands) {
            if (command instanceof RecordShipped) {
                status = OrderShipmentStatus.DISPATCHED;
            } else if (command instanceof RecordDelivered) {
                status = OrderShipmentStatus.DELIVERED;
            } else if (command instanceof WithdrawShipment) {
                status = OrderShipmentStatus.WITHDRAWN;
            }
        }
        return status;
    }

    private static OrderReturnView returned(RequestReturn asked, Money worth, List<OrderCommand> commands) {
        return new OrderReturnView(
                asked.returnId(),
                of(commands, RecordReturn.class)
                        .map(RecordReturn::stage)
                        .reduce(ReturnStage.REQUESTED, (first, later) -> later),
                asked.lines(),
                asked.lines().stream().map(line -> worth).toList(),
                asked.reason(),
                asked.override(),
                null,
                Money.zero(worth.getCurrencyUnit()),
                false,
                null,
                null,
                THEN,
                THEN);
    }

    private static <C> Stream<C> of(List<OrderCommand> commands, Class<C> type) {
        return commands.stream().filter(type::isInstance).map(type::cast);
    }

    static Capsule capsule(String orderId) {
        return new Capsule(
                Capsule.FORMAT,
                orderId,
                List.of(new Capsule.Event(
                        "order",
                        orderId,
                        0,
                        "order.OrderCreated",
                        "1",
                        "event-1",
                        Instant.EPOCH,
                        Map.of("roles", "SUPERVISOR"),
                        Map.of("orderId", orderId))),
                List.of(new Capsule.Row("order-view", orderId, Map.of("version", 0))));
    }
}
