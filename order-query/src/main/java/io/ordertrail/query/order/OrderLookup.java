package io.ordertrail.query.order;

import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.view.OrderQuery.ExplainOrder;
import io.ordertrail.api.order.view.OrderQuery.FindOrders;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.view.OrderQuery.LinkOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrdersFound;
import io.ordertrail.api.payment.PaymentActions;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentActions;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.query.explanation.Explainer;
import io.ordertrail.query.order.history.EventDescriptions;
import io.ordertrail.query.order.list.OrderList;
import io.ordertrail.query.order.list.OrderListTable;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Lookup;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about an order, now and earlier. */
final class OrderLookup {

    private final StateTable<FoldedOrder> views;
    private final OrderList list;
    private final Lookup<FoldedOrder> orders;
    private final Completeness completeness;
    private final Explainer<FoldedOrder> explainer;

    OrderLookup(
            StateTable<FoldedOrder> views,
            OrderList list,
            Lookup<FoldedOrder> orders,
            Completeness completeness,
            EventStore events) {
        explainer = new Explainer<>(events, OrderFold.STREAM, OrderLookup::shown, EventDescriptions::summary);
        this.views = views;
        this.list = list;
        this.orders = orders;
        this.completeness = completeness;
    }

    @QueryHandler
    OrderView get(GetOrder query) {
        return shown(orders.get(query.orderId(), query.minVersion()));
    }

    @QueryHandler
    OrderView get(LinkOrder query) {
        FoldedOrder order = orders.get(query.orderId(), null);
        CommandValidation.check(query);
        return shown(order);
    }

    @QueryHandler
    OrderView get(GetOrderByNumber query) {
        FoldedOrder order = views.by("number", query.number()).orElseThrow(() -> orders.refused(query.number()));
        orders.mustBeTheirs(order.orderId(), query.number());
        return shown(order);
    }

    @QueryHandler
    OrdersFound find(FindOrders query) {
        List<FoldedOrder> found = completeness.whole(
                OrderListTable.NAME, () -> completeness.whole(views.name(), () -> byReference(query)));
        return new OrdersFound(found.stream().map(OrderFold::view).toList());
    }

    private List<FoldedOrder> byReference(FindOrders query) {
        String[] ids = list.ids(query.channel(), query.externalRefs()).toArray(String[]::new);
        return views.find("where order_id = any(?)", List.of((Object) ids));
    }

    @QueryHandler
    OrderView get(GetOrderAsOf query) {
        return shown(orders.at(query.orderId(), query.moment()));
    }

    @QueryHandler
    Explanation explain(ExplainOrder query) {
        String id = query.orderId();
        orders.mustBeTheirs(id, id);
        return explainer.explain(id, query.of()).orElseThrow(() -> orders.refused(id));
    }

    private static OrderView shown(FoldedOrder order) {
        OrderView view = OrderFold.view(order);
        return Ownership.only().isPresent() ? CustomerSight.of(view) : view;
    }

    /** The order decides the asks of its payments. */
    @QueryHandler
    PaymentActions get(GetPaymentActions query) {
        Funds funds = OrderId.ofPart(query.paymentId())
                .map(orderId -> orders.at(orderId, Moment.NOW).facts().funds())
                .filter(known -> known.payments().containsKey(query.paymentId()))
                .orElseThrow(() -> new Refused(new PaymentNotFound(query.paymentId())));
        return new PaymentActions(funds.allowedActions(query.paymentId()));
    }
}
