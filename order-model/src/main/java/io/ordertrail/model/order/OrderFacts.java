package io.ordertrail.model.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.CONFIRMED;
import static io.ordertrail.api.order.OrderLifecycle.PENDING;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsRefusal;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyRefusal;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.view.DisplayStatus;
import io.ordertrail.api.order.view.FulfilmentStatus;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.PaymentStatus;
import io.ordertrail.api.order.view.ReturnStatus;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order as a whole, and the one place that derives statuses from it. The write side asks it before
 * it decides, the read side copies what it says: both say the same.
 *
 * @param hold why the order is on hold, or null
 * @param terms what must be paid before goods leave
 * @param imported whether it is history, and asks nothing
 * @param waived whether a supervisor let the goods go unpaid
 * @param customerId whose it is
 * @param way how the service takes what is due; null if the order named no way, or that way has failed
 * @param lines what became of the units of each line, by line id, in the order's order
 * @param stock what was asked of stock, by line id, also of lines that were taken out
 * @param returns how far each return has come, by its id, the oldest first
 * @param openProblems the oldest first
 */
public record OrderFacts(
        OrderLifecycle lifecycle,
        @Nullable String hold,
        PaymentTerms terms,
        boolean imported,
        boolean waived,
        String customerId,
        @Nullable PaymentChoice way,
        Map<String, Quantities> lines,
        Map<String, LineStock> stock,
        Funds funds,
        Map<String, OrderReturn> returns,
        List<OrderView.Problem> openProblems) {

    /** The hold of an order whose customer's bank took money back. */
    public static final String CHARGEBACK = "CHARGEBACK";

    /** The hold of a confirmed order whose promised money is lost. */
    public static final String PAYMENT_LOST = "PAYMENT_LOST";

    /** The facts of an order that was only placed. */
    public static OrderFacts of(OrderCreated order) {
        return FactsFold.first(order);
    }

    /** The facts after one more event. It never refuses: what has happened has happened. */
    public OrderFacts after(OrderEvent event) {
        return FactsFold.next(this, event);
    }

    public OrderFacts become(OrderLifecycle next) {
        return new OrderFacts(
                next, hold, terms, imported, waived, customerId, way, lines, stock, funds, returns, openProblems);
    }

    public OrderFacts hold(@Nullable String reason) {
        return new OrderFacts(
                lifecycle,
                reason,
                terms,
                imported,
                waived,
                customerId,
                way,
                lines,
                stock,
                funds,
                returns,
                openProblems);
    }

    public OrderFacts waive() {
        return new OrderFacts(
                lifecycle, hold, terms, imported, true, customerId, way, lines, stock, funds, returns, openProblems);
    }

    public OrderFacts withoutWay() {
        return new OrderFacts(
                lifecycle, hold, terms, imported, waived, customerId, null, lines, stock, funds, returns, openProblems);
    }

    public OrderFacts withLines(Map<String, Quantities> changed) {
        return new OrderFacts(
                lifecycle,
                hold,
                terms,
                imported,
                waived,
                customerId,
                way,
                changed,
                stock,
                funds,
                returns,
                openProblems);
    }

    public OrderFacts withStock(Map<String, LineStock> changed) {
        return new OrderFacts(
                lifecycle,
                hold,
                terms,
                imported,
                waived,
                customerId,
                way,
                lines,
                changed,
                funds,
                returns,
                openProblems);
    }

    public OrderFacts with(Funds changed) {
        return new OrderFacts(
                lifecycle,
                hold,
                terms,
                imported,
                waived,
                customerId,
                way,
                lines,
                stock,
                changed,
                returns,
                openProblems);
    }

    public OrderFacts withReturns(Map<String, OrderReturn> changed) {
        return new OrderFacts(
                lifecycle, hold, terms, imported, waived, customerId, way, lines, stock, funds, changed, openProblems);
    }

    public OrderFacts withProblems(List<OrderView.Problem> open) {
        return new OrderFacts(
                lifecycle, hold, terms, imported, waived, customerId, way, lines, stock, funds, returns, open);
    }

    /** Something that an event tells of a payment. */
    OrderFacts pay(String paymentId, UnaryOperator<PaymentSums> change) {
        return with(funds.change(paymentId, change));
    }

    /** Ids of the problems that are open, the oldest first. */
    public List<String> problems() {
        return openProblems.stream().map(OrderView.Problem::id).toList();
    }

    /** All lines added up. */
    public Quantities goods() {
        return lines.values().stream().reduce(Quantities.ordered(0), Quantities::plus);
    }

    /** Rule O4: whether goods may leave as far as money goes. */
    public boolean paidAsAgreed() {
        return waived || funds.satisfy(terms);
    }

    /** Whether stock and payment are both there, so that the order is to be confirmed. */
    public boolean awaitsNothingMoreThanConfirmation() {
        return lifecycle == PENDING && paidAsAgreed() && isStockPromised();
    }

    /** Whether all that was asked of stock is promised, be it as a back-order. */
    public boolean isStockPromised() {
        return goods().awaited() == 0;
    }

    /** Whether nothing more is to become of it by itself: it was cancelled, or all of it was delivered. */
    public boolean isOver() {
        return lifecycle == CANCELLED || lifecycle == COMPLETED;
    }

    /** Whether every unit that is still wanted has arrived. */
    public boolean allDelivered() {
        Quantities goods = goods();
        return goods.wanted() > 0 && goods.delivered() == goods.wanted();
    }

    public PaymentStatus paymentStatus() {
        Funds f = funds;
        if (f.payments().values().stream()
                        .anyMatch(payment -> payment.chargedBack().isPositive())
                && f.due().isPositive()) {
            return PaymentStatus.CHARGED_BACK;
        }
        if (f.refunded().isPositive()) {
            return f.paid().isPositive() ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.REFUNDED;
        }
        if (f.captured().isGreaterThan(f.value())) {
            return PaymentStatus.OVERPAID;
        }
        if (f.captured().isPositive()) {
            boolean enough = f.captured().isEqual(f.value())
                    || (lifecycle != CANCELLED && f.due().isZero());
            return enough ? PaymentStatus.PAID : PaymentStatus.PARTIALLY_PAID;
        }
        if (f.authorized().isPositive()) {
            return f.authorized().isLessThan(f.value()) ? PaymentStatus.PENDING : PaymentStatus.AUTHORIZED;
        }
        if (f.released().isPositive()) {
            return PaymentStatus.VOIDED;
        }
        if (f.value().isZero() || lifecycle == CANCELLED) {
            return PaymentStatus.NONE;
        }
        return f.failed() ? PaymentStatus.FAILED : PaymentStatus.PENDING;
    }

    public FulfilmentStatus fulfilmentStatus() {
        Quantities goods = goods();
        if (lifecycle == CANCELLED || goods.wanted() == 0) {
            return FulfilmentStatus.CANCELLED;
        }
        if (goods.delivered() > 0) {
            return allDelivered() ? FulfilmentStatus.DELIVERED : FulfilmentStatus.PARTIALLY_DELIVERED;
        }
        if (goods.shipped() > 0) {
            return goods.shipped() == goods.wanted() ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTIALLY_SHIPPED;
        }
        return goods.backordered() > 0 ? FulfilmentStatus.BACKORDERED : FulfilmentStatus.UNFULFILLED;
    }

    /** Goods that came back say more than goods that may come. */
    public ReturnStatus returnStatus() {
        Quantities goods = goods();
        if (goods.returned() > 0) {
            return goods.returned() == goods.wanted() ? ReturnStatus.RETURNED : ReturnStatus.PARTIALLY_RETURNED;
        }
        if (isAnyReturn(ReturnStage.APPROVED) || isAnyReturn(ReturnStage.RECEIVED)) {
            return ReturnStatus.IN_PROGRESS;
        }
        return isAnyReturn(ReturnStage.REQUESTED) ? ReturnStatus.REQUESTED : ReturnStatus.NONE;
    }

    private boolean isAnyReturn(ReturnStage stage) {
        return returns.values().stream().anyMatch(one -> one.stage() == stage);
    }

    public DisplayStatus displayStatus() {
        if (!openProblems.isEmpty()) {
            return DisplayStatus.PROBLEM;
        }
        if (lifecycle == CANCELLED) {
            return DisplayStatus.CANCELLED;
        }
        if (hold != null) {
            return DisplayStatus.PROBLEM;
        }
        if (returnStatus() == ReturnStatus.RETURNED) {
            return DisplayStatus.RETURNED;
        }
        return switch (fulfilmentStatus()) {
            case DELIVERED -> DisplayStatus.DELIVERED;
            case SHIPPED, PARTIALLY_SHIPPED, PARTIALLY_DELIVERED -> DisplayStatus.IN_TRANSIT;
            case CANCELLED -> DisplayStatus.CANCELLED;
            case UNFULFILLED, BACKORDERED -> paidAsAgreed() ? DisplayStatus.PROCESSING : DisplayStatus.PAYMENT_DUE;
        };
    }

    /** Every action with its answer, in the order of {@link OrderAction}. */
    public List<ActionAnswer> allowedActions() {
        return Arrays.stream(OrderAction.values())
                .map(action -> ActionAnswer.of(action, refusalOf(action)))
                .toList();
    }

    /** The refusal of {@code action} in this state, for any caller; empty if it is allowed. */
    public Optional<OrderRefusal> refusalOf(OrderAction action) {
        return Optional.ofNullable(
                switch (action) {
                    case PAY -> notPayable();
                    case RECORD_PAYMENT -> closedToPayment();
                    case WAIVE_PAYMENT ->
                        paidAsAgreed() && lifecycle != CANCELLED
                                ? new OrderMoneyRefusal.AlreadyPaid()
                                : closed(PENDING, CONFIRMED);
                    case HOLD -> hold != null ? new OrderCourseRefusal.AlreadyOnHold(hold) : closed(PENDING, CONFIRMED);
                    case RELEASE -> hold == null ? new OrderCourseRefusal.NotOnHold() : closed(PENDING, CONFIRMED);
                    case SHIP -> notShippable();
                    case DISPATCH ->
                        goods().shipped() == goods().approved()
                                ? new OrderGoodsRefusal.NothingToDispatch()
                                : closed(CONFIRMED);
                    case DELIVER ->
                        goods().delivered() == goods().shipped()
                                ? new OrderGoodsRefusal.NothingToDeliver()
                                : closed(CONFIRMED);
                    case CANCEL -> notCancellable();
                    case CANCEL_LINES -> linesNotCancellable();
                    case EDIT -> notCancellable();
                    case REQUEST_RETURN -> goods().returnable() == 0 ? new OrderGoodsRefusal.NoGoodsToReturn() : null;
                    case REFUND -> funds.paid().isPositive() ? null : new OrderMoneyRefusal.NoMoneyToRefund();
                    case ADD_NOTE -> null;
                });
    }

    /** A delivered invoice is still to be paid: money may come after completion, but not after cancellation. */
    private @Nullable OrderRefusal closedToPayment() {
        return lifecycle == COMPLETED && funds.due().isPositive() ? null : closed(PENDING, CONFIRMED);
    }

    private @Nullable OrderRefusal notPayable() {
        OrderRefusal no = closedToPayment();
        return no != null || funds.payable().isPositive() ? no : new OrderMoneyRefusal.NothingDue();
    }

    private @Nullable OrderRefusal notShippable() {
        if (lifecycle == PENDING && !paidAsAgreed()) {
            return new OrderMoneyRefusal.NotPaid(terms, funds.missing(terms));
        }
        if (lifecycle == PENDING && !refused().isEmpty()) {
            return new OrderGoodsRefusal.LinesOutOfStock(refused());
        }
        OrderRefusal no = closed(CONFIRMED);
        if (no != null) {
            return no;
        }
        if (hold != null) {
            return new OrderCourseRefusal.OnHold(hold);
        }
        if (!paidAsAgreed()) {
            return new OrderMoneyRefusal.NotPaid(terms, funds.missing(terms));
        }
        if (goods().open() == 0) {
            return new OrderGoodsRefusal.NothingLeftToShip();
        }
        return goods().ready() == 0 ? new OrderGoodsRefusal.NothingInStock() : null;
    }

    private List<LineQuantity> refused() {
        return stock.entrySet().stream()
                .filter(line -> line.getValue().refused() > 0)
                .map(line -> new LineQuantity(
                        line.getKey(), Math.toIntExact(line.getValue().refused())))
                .toList();
    }

    /** Rule O5; an edit changes what was ordered, and may as long as nothing of it is on its way. */
    private @Nullable OrderRefusal notCancellable() {
        Quantities goods = goods();
        if (lifecycle == CONFIRMED && goods.shipped() > 0) {
            return new OrderGoodsRefusal.AlreadyDispatched();
        }
        if (lifecycle == CONFIRMED && goods.approved() > 0) {
            return new OrderGoodsRefusal.ShipmentAlreadyApproved();
        }
        return closed(PENDING, CONFIRMED);
    }

    private @Nullable OrderRefusal linesNotCancellable() {
        OrderRefusal no = closed(CONFIRMED);
        if (no != null) {
            return no;
        }
        return goods().open() == 0 ? new OrderGoodsRefusal.NothingLeftToCancel() : null;
    }

    private @Nullable OrderRefusal closed(OrderLifecycle... open) {
        return Arrays.asList(open).contains(lifecycle) ? null : new OrderCourseRefusal.WrongLifecycle(lifecycle);
    }
}
