package io.ordertrail.app.http.problem;

import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.PaymentActions;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentActions;
import io.ordertrail.api.returns.ReturnAction;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.consistency.OrderNow;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What may be done to the thing that a request means, by the name that its id has in the path. It is asked of what is
 * stored, not of any view: who is told no must not be told anything older.
 */
public final class AllowedNow {

    private static final Logger LOG = LoggerFactory.getLogger(AllowedNow.class);

    /** No path has two of them. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("orderId", AllowedNow::ofOrder),
            // A shipment is its order's: what may be done to it the order tells. The order's version would be taken for
            // its own.
            new Subject("shipmentId", AllowedNow::ofOrderOfPart),
            new Subject("paymentId", AllowedNow::ofPayment),
            new Subject("returnId", AllowedNow::ofReturn),
            new Subject("accountId", AllowedNow::ofAccount));

    private final Dispatch dispatch;

    public AllowedNow(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** @param version of what was to be changed, where the caller may hold it against the one that is known */
    public record Allowed(
            List<ActionAnswer> actions, @Nullable Long version) {}

    private record Subject(String id, Question question) {}

    private interface Question {
        Optional<Allowed> ask(String id, Dispatch dispatch, RequestContext context);
    }

    /** Empty where the request means nothing that actions are told of, or they cannot be told now. */
    public Optional<Allowed> of(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Map<?, ?> path = variables instanceof Map<?, ?> known ? known : Map.of();
        return SUBJECTS.stream()
                .filter(subject -> path.get(subject.id) instanceof String)
                .findFirst()
                .flatMap(subject -> ask(subject.question, String.valueOf(path.get(subject.id)), request));
    }

    private Optional<Allowed> ask(Question question, String id, HttpServletRequest request) {
        try {
            return question.ask(id, dispatch, Caller.of(request).context());
        } catch (Refused | Unavailable e) {
            // The refusal itself is what the caller must hear; that it lacks the actions must not hide it.
            LOG.warn("Cannot find out the allowed actions of {}", id, e);
            return Optional.empty();
        }
    }

    private static Optional<Allowed> ofOrder(String id, Dispatch dispatch, RequestContext context) {
        return order(Optional.of(id), dispatch, context)
                .map(order -> new Allowed(order.allowedActions(), order.version()));
    }

    private static Optional<Allowed> ofOrderOfPart(String id, Dispatch dispatch, RequestContext context) {
        return order(OrderId.ofPart(id), dispatch, context).map(order -> new Allowed(order.allowedActions(), null));
    }

    private static Optional<OrderView> order(Optional<String> orderId, Dispatch dispatch, RequestContext context) {
        return orderId.filter(OrderId::isValid).map(id -> OrderNow.ask(id, dispatch, context));
    }

    private static Optional<Allowed> ofPayment(String id, Dispatch dispatch, RequestContext context) {
        PaymentActions actions = dispatch.ask(new GetPaymentActions(id), context, PaymentActions.class);
        return Optional.of(new Allowed(actions.answers(), null));
    }

    private static Optional<Allowed> ofReturn(String id, Dispatch dispatch, RequestContext context) {
        ReturnView now = dispatch.ask(new GetReturnAsOf(id, Moment.NOW), context, ReturnView.class);
        return Optional.of(new Allowed(ReturnAction.answers(now), now.version()));
    }

    private static Optional<Allowed> ofAccount(String id, Dispatch dispatch, RequestContext context) {
        AccountView now = dispatch.ask(new GetAccountAsOf(id, Moment.NOW), context, AccountView.class);
        return Optional.of(new Allowed(now.allowedActions(), now.version()));
    }
}
