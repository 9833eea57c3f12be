package io.ordertrail.query.order;

import static io.ordertrail.query.projection.table.RowValues.micros;

import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.order.view.OrderEditView;
import io.ordertrail.api.order.view.OrderReturnView;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.model.order.OpenAsks;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.Placement;
import io.ordertrail.model.order.Proposal;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Makes the answer to {@code GetOrder} of a folded order. */
final class OrderViews {

    private OrderViews() {}

    static OrderView of(FoldedOrder order) {
        OrderState state = order.state();
        Placement placed = state.placed();
        OrderFacts facts = state.facts();
        return new OrderView(
                placed.orderId(),
                placed.number(),
                placed.externalRef(),
                placed.channel(),
                placed.customerId(),
                order.version(),
                facts.lifecycle(),
                facts.paymentStatus(),
                facts.fulfilmentStatus(),
                facts.returnStatus(),
                facts.displayStatus(),
                facts.hold() != null,
                facts.hold(),
                placed.paymentTerms(),
                placed.currency().getCode(),
                lines(order),
                state.ordered().shipping(),
                sums(order.totals(), facts),
                state.transactions().payments(),
                state.transactions().refunds(),
                state.transactions().settlements(),
                OpenAsks.of(facts),
                List.copyOf(state.parcels().values()),
                facts.returns().values().stream().map(OrderViews::returned).toList(),
                edits(state),
                facts.openProblems(),
                state.shippingAddress(),
                state.billingAddress(),
                placed.metadata(),
                state.cancellation(),
                actions(state),
                state.deadlines(),
                approvals(state),
                placed.at(),
                order.updatedAt());
    }

    /** About somebody who is forgotten nothing more is written. */
    private static List<ActionAnswer> actions(OrderState state) {
        ActionAnswer none = ActionAnswer.of(
                OrderAction.ADD_NOTE,
                Optional.of(new CustomerIsErased(state.placed().customerId())));
        return state.facts().allowedActions().stream()
                .map(answer -> state.isErased() && answer.action().equals(none.action()) ? none : answer)
                .toList();
    }

    private static List<OrderView.Approval> approvals(OrderState state) {
        return state.approvals().open().values().stream()
                .map(asked -> new OrderView.Approval(
                        asked.number(),
                        asked.kind(),
                        asked.amount(),
                        asked.reason(),
                        asked.askedBy(),
                        asked.expiresAt()))
                .toList();
    }

    static List<OrderView.Line> lines(FoldedOrder order) {
        return order.state().ordered().lines().values().stream()
                .map(line -> line(order, line))
                .toList();
    }

    /** The order as a list shows it. */
    static OrderSummary summary(FoldedOrder order) {
        Placement placed = order.state().placed();
        OrderFacts facts = order.facts();
        return new OrderSummary(
                placed.orderId(),
                placed.number(),
                placed.externalRef(),
                placed.customerId(),
                placed.channel(),
                facts.lifecycle(),
                facts.paymentStatus(),
                facts.fulfilmentStatus(),
                facts.returnStatus(),
                facts.displayStatus(),
                facts.hold() != null,
                placed.currency().getCode(),
                order.totals().grand(),
                order.state().ordered().lines().size(),
                order.version(),
                micros(placed.at()),
                micros(order.updatedAt()));
    }

    private static OrderView.Line line(FoldedOrder order, OrderLine line) {
        Quantities units = order.facts().lines().get(line.lineId());
        if (units == null) {
            throw new IllegalStateException(order.orderId() + " has no quantities of line " + line.lineId());
        }
        return new OrderView.Line(
                line.lineId(),
                line.sku(),
                line.name(),
                line.unitPrice(),
                line.discount(),
                line.orderDiscount(),
                line.taxRate(),
                line.priceIncludesTax(),
                line.total(),
                line.tax(),
                line.note(),
                isTracked(order.state(), line.lineId()),
                // Cancelling the order cancels what is left of every line, without an event for each.
                shown(isCancelled(order.facts()) ? units.cancel(units.open()) : units));
    }

    private static boolean isTracked(OrderState state, String lineId) {
        return state.ordered().tracked().containsKey(lineId)
                || state.facts().stock().containsKey(lineId);
    }

    private static OrderReturnView returned(OrderReturn one) {
        ReturnRecorded request = one.request();
        return new OrderReturnView(
                request.returnId(),
                one.stage(),
                request.lines(),
                request.worth(),
                request.reason(),
                request.override(),
                one.money().accepted(),
                one.money().refunded(),
                one.money().settled(),
                one.money().creditAccountId(),
                request.exchangeOrderId(),
                request.at(),
                one.updatedAt());
    }

    /** Those that may still be made. */
    private static List<OrderEditView> edits(OrderState state) {
        return state.edits().values().stream()
                .filter(proposal -> !proposal.outdated() && !isCancelled(state.facts()))
                .map(Proposal::edit)
                .map(edit -> new OrderEditView(
                        edit.editId(),
                        edit.lines(),
                        edit.shipping(),
                        edit.totals(),
                        edit.difference(),
                        edit.stock(),
                        edit.reason(),
                        edit.at()))
                .toList();
    }

    private static OrderView.Quantities shown(Quantities units) {
        return new OrderView.Quantities(
                units.ordered(),
                units.cancelled(),
                units.approved(),
                units.shipped(),
                units.delivered(),
                units.returned(),
                units.awaited(),
                units.backordered(),
                units.returning(),
                units.lost());
    }

    private static OrderView.Sums sums(Totals totals, OrderFacts facts) {
        Funds funds = facts.funds();
        Money nothing = Money.zero(totals.grand().getCurrencyUnit());
        return new OrderView.Sums(
                totals.lines(),
                totals.discount(),
                totals.shipping(),
                totals.tax(),
                totals.taxAdded(),
                totals.grand(),
                isCancelled(facts) ? totals.grand() : totals.grand().minus(funds.value()),
                funds.authorized(),
                funds.captured(),
                funds.released(),
                funds.refunded(),
                isCancelled(facts) ? funds.retained() : funds.wanted(),
                // Nothing is owed for goods that will not come.
                isCancelled(facts) ? nothing : funds.due());
    }

    private static boolean isCancelled(OrderFacts facts) {
        return facts.lifecycle() == OrderLifecycle.CANCELLED;
    }
}
