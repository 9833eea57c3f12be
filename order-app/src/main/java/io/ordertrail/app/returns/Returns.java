package io.ordertrail.app.returns;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnQuery.GetReturn;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.consistency.Grace;
import io.ordertrail.app.consistency.OrderNow;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Returns as the endpoints need them: read, and changed with an answer to show. */
@Component
class Returns {

    private final Dispatch dispatch;
    private final Orders orders;
    private final Commands commands;

    Returns(Dispatch dispatch, Orders orders, Commands commands) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.commands = commands;
    }

    /**
     * What its order has admitted is never "not found", since a caller may have been sent to it: it is there before
     * long, or else not yet.
     *
     * @throws Refused there is no such return, or its view has not reached the version that the caller wants
     */
    ReturnView get(String returnId, ReadRequest read) {
        String orderId = orderOf(returnId);
        GetReturn query = new GetReturn(returnId, read.minVersion());
        try {
            return dispatch.ask(query, read.context(), ReturnView.class);
        } catch (Refused no) {
            if (no.refusal().kind() != Kind.NOT_FOUND || !isAdmitted(orderId, returnId, read.context())) {
                throw no;
            }
        }
        return Grace.until(() -> Grace.find(() -> dispatch.ask(query, read.context(), ReturnView.class)))
                .orElseThrow(() -> new Refused(new ViewBehind(0, -1)));
    }

    /** @throws Refused there was no such return at that moment */
    ReturnView at(String returnId, Moment moment, ReadRequest read) {
        orderOf(returnId);
        return dispatch.ask(new GetReturnAsOf(returnId, moment), read.context(), ReturnView.class);
    }

    /** The return as it was opened, after its order has admitted it; empty if that takes too long. */
    Optional<ReturnView> opened(String returnId, WriteRequest write) {
        return Grace.until(() -> Grace.find(() -> asOf(returnId, 0, write.asking())));
    }

    /** Changes a return, and answers how it stands by that very change. */
    ChangeAnswer<ReturnView> change(ReturnCommand command, WriteRequest write) {
        String id = command.returnId();
        awaitOpened(id, write);
        RequestContext context = write.changing(() -> now(id, write).version());
        Receipt receipt = commands.send(command, context);
        ReturnView view = asOf(receipt.id(), receipt.version(), write.asking());
        return new ChangeAnswer<>(view, receipt.version(), receipt.replayed());
    }

    /** Whether the order, told by the service itself, knows that the return is decided, before long. */
    boolean isDecisionHeard(ReturnView decided, WriteRequest write) {
        return Grace.until(() -> orders.lately(decided.orderId(), write).returns().stream()
                        .filter(known -> known.id().equals(decided.id()))
                        .filter(known -> known.stage() != ReturnStage.REQUESTED)
                        .findFirst())
                .isPresent();
    }

    /** The order that a return belongs to, as it is. */
    OrderView order(String returnId, WriteRequest write) {
        return OrderNow.ask(orderOf(returnId), dispatch, write.asking());
    }

    /** A return that its order has admitted, and that the caller may know, is never "not found". */
    private void awaitOpened(String returnId, WriteRequest write) {
        String orderId = orderOf(returnId);
        if (find(returnId, write).isPresent() || !isAdmitted(orderId, returnId, write.asking())) {
            return;
        }
        if (Grace.until(() -> find(returnId, write)).isEmpty()) {
            throw new Unavailable(
                    returnId + " is admitted and not opened yet", new Refused(new ReturnNotFound(returnId)));
        }
    }

    private boolean isAdmitted(String orderId, String returnId, RequestContext context) {
        return Grace.find(() -> OrderNow.ask(orderId, dispatch, context)).stream()
                .flatMap(order -> order.returns().stream())
                .anyMatch(known -> known.id().equals(returnId));
    }

    private Optional<ReturnView> find(String returnId, WriteRequest write) {
        return Grace.find(() -> dispatch.ask(new GetReturn(returnId, null), write.asking(), ReturnView.class));
    }

    private ReturnView now(String returnId, WriteRequest write) {
        return dispatch.ask(new GetReturnAsOf(returnId, Moment.NOW), write.asking(), ReturnView.class);
    }

    private ReturnView asOf(String returnId, long version, RequestContext context) {
        return dispatch.ask(new GetReturnAsOf(returnId, Moment.version(version)), context, ReturnView.class);
    }

    /** The id of a return contains its order's. */
    private static String orderOf(String returnId) {
        return OrderId.ofPart(returnId)
                .filter(order -> returnId.startsWith("return-"))
                .orElseThrow(() -> new Refused(new ReturnNotFound(returnId)));
    }
}
