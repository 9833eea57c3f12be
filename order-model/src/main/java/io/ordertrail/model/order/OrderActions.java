package io.ordertrail.model.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;
import static io.ordertrail.api.order.OrderLifecycle.PENDING;

import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.model.order.goods.Quantities;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done to an order in its present state, and why not. */
record OrderActions(OrderFacts facts) {

    /** The refusal of {@code action} in this state, for any caller; empty if it is allowed. */
    Optional<OrderRefusal> refusalOf(OrderAction action) {
        return Optional.ofNullable(
                switch (action) {
                    case PAY -> notPayable();
                    case RECORD_PAYMENT -> closedToPayment();
                    case WAIVE_PAYMENT ->
                        facts.paidAsAgreed() && facts.lifecycle() != CANCELLED
                                ? new OrderMoneyRefusal.AlreadyPaid()
                                : closed(PENDING, CONFIRMED);
                    case HOLD ->
                        facts.hold() != null
                                ? new OrderCourseRefusal.AlreadyOnHold(facts.hold())
                                : closed(PENDING, CONFIRMED);
                    case RELEASE ->
                        facts.hold() == null ? new OrderCourseRefusal.NotOnHold() : closed(PENDING, CONFIRMED);
                    case SHIP -> notShippable();
                    case DISPATCH ->
                        facts.goods().shipped() == facts.goods().approved()
                                ? new OrderGoodsRefusal.NothingToDispatch()
                                : closed(CONFIRMED);
                    case DELIVER ->
                        facts.goods().delivered() == facts.goods().shipped()
                                ? new OrderGoodsRefusal.NothingToDeliver()
                                : closed(CONFIRMED);
                    case CANCEL -> notCancellable();
                    case CANCEL_LINES -> linesNotCancellable();
                    case EDIT -> notCancellable();
                    case REQUEST_RETURN ->
                        facts.goods().returnable() == 0 ? new OrderGoodsRefusal.NoGoodsToReturn() : null;
                    case REFUND -> facts.funds().paid().isPositive() ? null : new OrderMoneyRefusal.NoMoneyToRefund();
                    case ADD_NOTE -> null;
                });
    }

    /** A delivered invoice is still to be paid: money may come after completion, but not after cancellation. */
    private @Nullable OrderRefusal closedToPayment() {
        return facts.lifecycle() == COMPLETED && facts.funds().due().isPositive() ? null : closed(PENDING, CONFIRMED);
    }

    private @Nullable OrderRefusal notPayable() {
        OrderRefusal no = closedToPayment();
        return no != null || facts.funds().payable().isPositive() ? no : new OrderMoneyRefusal.NothingDue();
    }

    private @Nullable OrderRefusal notShippable() {
        if (facts.lifecycle() == PENDING && !facts.paidAsAgreed()) {
            return new OrderMoneyRefusal.NotPaid(facts.terms(), facts.funds().missing(facts.terms()));
        }
        if (facts.lifecycle() == PENDING && !refused().isEmpty()) {
            return new OrderGoodsRefusal.LinesOutOfStock(refused());
        }
        OrderRefusal no = closed(CONFIRMED);
        if (no != null) {
            return no;
        }
        if (facts.hold() != null) {
            return new OrderCourseRefusal.OnHold(facts.hold());
        }
        if (!facts.paidAsAgreed()) {
            return new OrderMoneyRefusal.NotPaid(facts.terms(), facts.funds().missing(facts.terms()));
        }
        if (facts.goods().open() == 0) {
            return new OrderGoodsRefusal.NothingLeftToShip();
        }
        return facts.goods().ready() == 0 ? new OrderGoodsRefusal.NothingInStock() : null;
    }

    private List<LineQuantity> refused() {
        return facts.stock().entrySet().stream()
                .filter(line -> line.getValue().refused() > 0)
                .map(line -> new LineQuantity(
                        line.getKey(), Math.toIntExact(line.getValue().refused())))
                .toList();
    }

    /** Rule O5; an edit changes what was ordered, and may as long as nothing of it is on its way. */
    private @Nullable OrderRefusal notCancellable() {
        Quantities goods = facts.goods();
        if (facts.lifecycle() == CONFIRMED && goods.shipped() > 0) {
            return new OrderGoodsRefusal.AlreadyDispatched();
        }
        if (facts.lifecycle() == CONFIRMED && goods.approved() > 0) {
            return new OrderGoodsRefusal.ShipmentAlreadyApproved();
        }
        return closed(PENDING, CONFIRMED);
    }

    private @Nullable OrderRefusal linesNotCancellable() {
        OrderRefusal no = closed(CONFIRMED);
        if (no != null) {
            return no;
        }
        return facts.goods().open() == 0 ? new OrderGoodsRefusal.NothingLeftToCancel() : null;
    }

    private @Nullable OrderRefusal closed(OrderLifecycle... open) {
        return Arrays.asList(open).contains(facts.lifecycle())
                ? null
                : new OrderCourseRefusal.WrongLifecycle(facts.lifecycle());
    }
}
