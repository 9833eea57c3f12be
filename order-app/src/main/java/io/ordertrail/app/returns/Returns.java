package io.ordertrail.app.returns;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnQuery.GetReturn;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.account.AccountOwners;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Commands;
import io.ordertrail.app.http.FollowUps;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.OrderNow;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.RequestContext;
import io.ordertrail.axon.process.StepId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Returns as the endpoints need them: read, and changed with an answer to show. */
@Component
class Returns {

    /** The process that says the same to orders and returns as the endpoints do, only later. */
    private static final String NEWS = "return-news";

    private final Dispatch dispatch;
    private final Orders orders;
    private final Commands commands;
    private final AccountOwners owners;
    private final FollowUps followUps;

    Returns(Dispatch dispatch, Orders orders, Commands commands, AccountOwners owners, FollowUps followUps) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.commands = commands;
        this.owners = owners;
        this.followUps = followUps;
    }

    /** @throws Refused there is no such return, or its view has not reached the version that the caller wants */
    ReturnView get(String returnId, Inquiry inquiry) {
        orderOf(returnId);
        return dispatch.ask(new GetReturn(returnId, inquiry.minVersion()), inquiry.context(), ReturnView.class);
    }

    /** Asks the order, which decides, and opens the return that it admits. */
    ChangeAnswer<ReturnView> request(RequestReturn command, Change change) {
        creditedIsTheCustomers(
                command.orderId(),
                command.creditAccountId(),
                change,
                order -> order.returns().stream().anyMatch(each -> each.id().equals(command.returnId())));
        ChangeAnswer<OrderView> order = orders.change(command, change);
        open(order.body(), command, change);
        ReturnView view = asOf(command.returnId(), 0, change.asking());
        return new ChangeAnswer<>(view, 0, order.replayed());
    }

    /** Has the money given back once more. The account that the return names already it may name again. */
    ChangeAnswer<ReturnView> retry(RetryRefund command, Change change) {
        String account = command.creditAccountId();
        creditedIsTheCustomers(
                orderOf(command.returnId()),
                account,
                change,
                order -> Objects.equals(account, now(command.returnId(), change).creditAccountId()));
        return change(command, change);
    }

    /** Changes a return, and answers how it stands by that very change. */
    ChangeAnswer<ReturnView> change(ReturnCommand command, Change change) {
        orderOf(command.returnId());
        RequestContext context =
                change.changing(() -> now(command.returnId(), change).version());
        Receipt receipt = commands.send(command, context);
        ReturnView view = asOf(receipt.id(), receipt.version(), change.asking());
        return new ChangeAnswer<>(view, receipt.version(), receipt.replayed());
    }

    /** Tells the order how far a return has come, as the news will: {@code what} is their word for it. */
    void tell(ReturnView view, String what, ReturnStage stage, List<LineQuantity> lines, Change change) {
        followUps.may(
                StepId.first(NEWS, view.id(), what), new RecordReturn(view.orderId(), view.id(), stage, lines), change);
    }

    private void open(OrderView order, RequestReturn request, Change change) {
        String returnId = request.returnId();
        OrderView.Return admitted = order.returns().stream()
                .filter(each -> each.id().equals(returnId))
                .findFirst()
                .orElseThrow(() -> new Refused(new ReturnNotFound(returnId)));
        OpenReturn opening = new OpenReturn(
                returnId, order.id(), lines(order, admitted), request.creditAccountId(), admitted.requestedAt());
        followUps.must(StepId.first(NEWS, returnId, "open"), opening, change);
    }

    /** What the payments cannot take back is the customer's, and nobody else's. */
    private void creditedIsTheCustomers(
            String orderId, @Nullable String accountId, Change change, Predicate<OrderView> takenIn) {
        if (accountId != null) {
            OrderView order = OrderNow.ask(orderId, dispatch, change.asking());
            owners.check(order.customerId(), accountId, "/creditAccountId", change, () -> takenIn.test(order));
        }
    }

    private static List<ReturnLine> lines(OrderView order, OrderView.Return admitted) {
        Map<String, String> skus =
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::lineId, OrderView.Line::sku));
        return IntStream.range(0, admitted.lines().size())
                .mapToObj(i -> {
                    String lineId = admitted.lines().get(i).lineId();
                    return new ReturnLine(
                            lineId,
                            skus.getOrDefault(lineId, ""),
                            admitted.lines().get(i).quantity(),
                            admitted.worth().get(i),
                            admitted.reason());
                })
                .toList();
    }

    private ReturnView now(String returnId, Change change) {
        return dispatch.ask(new GetReturnAsOf(returnId, null, OrderNow.END_OF_TIME), change.asking(), ReturnView.class);
    }

    private ReturnView asOf(String returnId, long version, RequestContext context) {
        return dispatch.ask(new GetReturnAsOf(returnId, version, null), context, ReturnView.class);
    }

    /** The id of a return contains its order's. */
    private static String orderOf(String returnId) {
        return OrderId.ofPart(returnId)
                .filter(order -> returnId.startsWith("return-"))
                .orElseThrow(() -> new Refused(new ReturnNotFound(returnId)));
    }
}
