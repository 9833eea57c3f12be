package io.ordertrail.model.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;
import static io.ordertrail.api.order.OrderLifecycle.COMPLETED;
import static io.ordertrail.api.order.OrderLifecycle.PENDING;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderRefusal;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.model.order.goods.LineStock;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
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
@RecordBuilder
public record OrderFacts(
        OrderLifecycle lifecycle,
        @PersonalData @Nullable String hold,
        PaymentTerms terms,
        boolean imported,
        boolean waived,
        String customerId,
        @Nullable PaymentChoice way,
        Map<String, Quantities> lines,
        Map<String, LineStock> stock,
        Funds funds,
        Map<String, OrderReturn> returns,
        List<OrderView.Problem> openProblems)
        implements OrderFactsBuilder.With {

    /** The hold of an order whose customer's bank took money back. */
    public static final String CHARGEBACK = "CHARGEBACK";

    /** The hold of a confirmed order whose promised money is lost. */
    public static final String PAYMENT_LOST = "PAYMENT_LOST";

    /** The facts of an order that was only placed. */
    public static OrderFacts of(OrderCreated order) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        order.lines().forEach(line -> lines.put(line.lineId(), Quantities.ordered(line.quantity())));
        return new OrderFacts(
                OrderLifecycle.PENDING,
                null,
                order.paymentTerms(),
                order.channel().equals(OrderCreated.IMPORT),
                false,
                order.customerId(),
                order.payment(),
                Collections.unmodifiableMap(lines),
                Map.of(),
                Funds.owing(order.totals().grand()),
                Map.of(),
                List.of());
    }

    /** The facts after one more event. It never refuses: what has happened has happened. */
    public OrderFacts after(OrderEvent event) {
        return OrderFold.next(this, event);
    }

    /** Something that an event tells of a payment. */
    OrderFacts pay(String paymentId, UnaryOperator<PaymentSums> change) {
        return withFunds(funds.change(paymentId, change));
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
        return new OrderStatuses(this).payment();
    }

    public FulfilmentStatus fulfilmentStatus() {
        return new OrderStatuses(this).fulfilment();
    }

    public ReturnStatus returnStatus() {
        return new OrderStatuses(this).returned();
    }

    public DisplayStatus displayStatus() {
        return new OrderStatuses(this).display();
    }

    /** Every action with its answer, in the order of {@link OrderAction}. */
    public List<ActionAnswer> allowedActions() {
        OrderActions actions = new OrderActions(this);
        return Arrays.stream(OrderAction.values())
                .map(action -> ActionAnswer.of(action, actions.refusalOf(action)))
                .toList();
    }

    /** The refusal of {@code action} in this state, for any caller; empty if it is allowed. */
    public Optional<OrderRefusal> refusalOf(OrderAction action) {
        return new OrderActions(this).refusalOf(action);
    }
}
