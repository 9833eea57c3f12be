package io.ordertrail.app.order;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.FindOrderKey;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.consistency.Grace;
import io.ordertrail.app.consistency.OrderNow;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders for the endpoints: read with the latest changes, and changed with an answer. */
@Component
public final class Orders {

    private final Dispatch dispatch;
    private final Commands commands;

    Orders(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    /**
     * The order now. If its view does not know it yet, its stream does: a 201 is never followed by a 404.
     *
     * @throws Refused there is no such order, or its view has not reached the version that the caller wants
     */
    public OrderView get(String orderId, ReadRequest read) {
        String id = valid(orderId);
        try {
            return dispatch.ask(new GetOrder(id, read.minVersion()), read.context(), OrderView.class);
        } catch (Refused no) {
            if (!(no.refusal() instanceof OrderNotFound)) {
                throw no;
            }
            return stored(id, read);
        }
    }

    /**
     * The order as its stream says, which knows each of its parts from the moment that its answer named it. Who has
     * just made a part has no version of the order to wait for.
     *
     * @throws Refused there is no such order, or it has not reached the version that the caller wants
     */
    public OrderView stored(String orderId, ReadRequest read) {
        return reached(OrderNow.ask(valid(orderId), dispatch, read.context()), read.minVersion());
    }

    /** @throws Refused there was no such order at that moment */
    public OrderView at(String orderId, Moment moment, ReadRequest read) {
        return dispatch.ask(new GetOrderAsOf(valid(orderId), moment), read.context(), OrderView.class);
    }

    /**
     * The order of a number. If no view knows the number yet, the write side, which gave it, does.
     *
     * @throws Refused there is no such order, or it has not reached the version that the caller wants
     */
    public OrderView byNumber(String number, ReadRequest read) {
        RequestContext context = read.context();
        Optional<OrderView> seen =
                Grace.find(() -> dispatch.ask(new GetOrderByNumber(number), context, OrderView.class));
        Long minVersion = read.minVersion();
        return seen.filter(order -> minVersion == null || order.version() >= minVersion)
                .orElseGet(() -> get(
                        seen.map(OrderView::id)
                                .orElseGet(() -> dispatch.ask(new FindOrderKey(number), context, OrderKey.class)
                                        .orderId()),
                        read));
    }

    /** @param page is looked at already */
    public OrderHistory history(String orderId, PageQuery page, ReadRequest read) {
        String id = valid(orderId);
        RequestContext context = read.context();
        try {
            return dispatch.ask(history(id, read.minVersion(), page), context, OrderHistory.class);
        } catch (Refused no) {
            if (!(no.refusal() instanceof OrderNotFound)) {
                throw no;
            }
            // The history waits for a version, which exists if the order exists.
            long version = OrderNow.ask(id, dispatch, context).version();
            return dispatch.ask(history(id, version, page), context, OrderHistory.class);
        }
    }

    private static GetOrderHistory history(String orderId, @Nullable Long minVersion, PageQuery page) {
        return new GetOrderHistory(orderId, minVersion, page.size(), page.after());
    }

    /** Changes an existing order, and answers it as of that change. */
    public ChangeAnswer<OrderView> change(OrderCommand command, WriteRequest write) {
        String id = valid(command.orderId());
        RequestContext context =
                write.changing(() -> OrderNow.ask(id, dispatch, write.asking()).version());
        return send(command, context, write);
    }

    /** The order as its view shows it, which may be a moment old. */
    public OrderView lately(String orderId, WriteRequest write) {
        return dispatch.ask(new GetOrder(orderId, null), write.asking(), OrderView.class);
    }

    /**
     * Changes an order by a request about one of its parts; the caller's If-Match is the version of that part.
     *
     * @param current the part's version now
     */
    public ChangeAnswer<OrderView> change(OrderCommand command, WriteRequest write, long current) {
        return answer(commands.send(command, write, current), write);
    }

    public ChangeAnswer<OrderView> place(OrderCourseCommand.CreateOrder command, WriteRequest write) {
        return send(command, write.creating(), write);
    }

    private ChangeAnswer<OrderView> send(OrderCommand command, RequestContext context, WriteRequest write) {
        return answer(commands.send(command, context), write);
    }

    /** The answer is folded up to the change's own version: a repeat gets the same, whatever happened since. */
    private ChangeAnswer<OrderView> answer(Receipt receipt, WriteRequest write) {
        OrderView order = dispatch.ask(
                new GetOrderAsOf(receipt.id(), Moment.version(receipt.version())), write.asking(), OrderView.class);
        return new ChangeAnswer<>(order, receipt.version(), receipt.replayed());
    }

    /**
     * {@code orderId} itself, so that ids can be derived from it.
     *
     * @throws Refused it cannot be the id of an order, so no query is needed
     */
    public static String valid(String orderId) {
        if (!OrderId.isValid(orderId)) {
            throw new Refused(new OrderNotFound(orderId));
        }
        return orderId;
    }

    static OrderView reached(OrderView order, @Nullable Long minVersion) {
        if (minVersion != null && order.version() < minVersion) {
            throw new Refused(new ViewBehind(minVersion, order.version()));
        }
        return order;
    }
}
