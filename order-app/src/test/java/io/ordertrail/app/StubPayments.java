package io.ordertrail.app;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentActions;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentActions;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentOutcome;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentQuery.ListPayments;
import io.ordertrail.api.payment.PaymentRefusal.NothingToVoid;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payments that count versions and decide nothing. */
final class StubPayments {

    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");

    private final Map<String, PaymentView> payments = new ConcurrentHashMap<>();
    private final Consumer<Object> before;
    private final Consumer<CommandMessage<?>> onHandled;

    private final Function<String, List<OrderCommand>> orders;

    /** @param orders what each order was told; nothing of one that there is not */
    StubPayments(
            Consumer<Object> before,
            Consumer<CommandMessage<?>> onHandled,
            Function<String, List<OrderCommand>> orders) {
        this.before = before;
        this.onHandled = onHandled;
        this.orders = orders;
    }

    void subscribe(SimpleCommandBus commands, SimpleQueryBus queries) {
        for (Class<?> type : PaymentCommand.class.getPermittedSubclasses()) {
            commands.subscribe(type.getName(), this::handle);
        }
        answer(queries, GetPaymentAsOf.class, PaymentView.class, query -> knownSomewhere(query.paymentId()));
        answer(queries, GetPayment.class, PaymentView.class, query -> knownSomewhere(query.paymentId()));
        answer(
                queries,
                ListPayments.class,
                PaymentPage.class,
                query -> new PaymentPage(List.copyOf(payments.values()), "c1", null, null, 0));
        answer(queries, GetPaymentOutcome.class, PaymentView.class, query -> knownSomewhere(query.paymentId()));
        answer(
                queries,
                GetPaymentActions.class,
                PaymentActions.class,
                query -> new PaymentActions(
                        List.of(ActionAnswer.of(PaymentAction.VOID, Optional.of(new NothingToVoid())))));
        answer(
                queries,
                GetPayments.class,
                OrderPayments.class,
                query -> new OrderPayments(
                        query.paymentIds().stream().map(this::knownSomewhere).toList()));
    }

    private Object handle(CommandMessage<?> message) {
        before.accept(message.getPayload());
        Receipt receipt = handle((PaymentCommand) message.getPayload());
        onHandled.accept(message);
        return receipt;
    }

    Receipt handle(PaymentCommand command) {
        if (command instanceof InitiatePayment begin) {
            payments.put(
                    begin.paymentId(),
                    view(begin.paymentId(), begin.orderId(), begin.amount(), PaymentStage.INITIATED, 0));
        } else if (command instanceof RecordManualPayment manual) {
            payments.put(
                    manual.paymentId(),
                    view(manual.paymentId(), manual.orderId(), manual.amount(), PaymentStage.CAPTURED, 1));
        } else {
            PaymentView before = known(command.paymentId());
            payments.put(
                    before.id(),
                    view(before.id(), before.orderId(), before.amount(), before.status(), before.version() + 1));
        }
        return Receipt.of(command.paymentId(), known(command.paymentId()).version());
    }

    private PaymentView known(String paymentId) {
        PaymentView payment = payments.get(paymentId);
        if (payment == null) {
            throw new Refused(new PaymentNotFound(paymentId));
        }
        return payment;
    }

    /** What has not begun its order knows. */
    private PaymentView knownSomewhere(String paymentId) {
        return payments.containsKey(paymentId)
                ? known(paymentId)
                : OrderId.ofPart(paymentId).stream()
                        .flatMap(order -> orders.apply(order).stream())
                        .flatMap(command -> heard(paymentId, command).stream())
                        .max(Comparator.comparing(PaymentView::version))
                        .orElseThrow(() -> new Refused(new PaymentNotFound(paymentId)));
    }

    private static Optional<PaymentView> heard(String paymentId, OrderCommand command) {
        if (command instanceof PayOrder pay && pay.paymentId().equals(paymentId)) {
            Money amount = Objects.requireNonNullElse(pay.amount(), Money.parse("EUR 54.88"));
            return Optional.of(view(paymentId, pay.orderId(), amount, PaymentStage.INITIATED, 0, null));
        }
        if (command instanceof RecordPayment paid && paid.paymentId().equals(paymentId)) {
            return Optional.of(view(paymentId, paid.orderId(), paid.amount(), PaymentStage.CAPTURED, 0, null));
        }
        if (command instanceof RecordPaymentAnswer no && no.paymentId().equals(paymentId)) {
            return Optional.of(view(paymentId, no.orderId(), no.amount(), PaymentStage.DECLINED, 1, null));
        }
        return Optional.empty();
    }

    private static PaymentView view(String id, String orderId, Money amount, PaymentStage stage, long version) {
        return view(
                id,
                orderId,
                amount,
                stage,
                version,
                new PaymentView.OpenRequest(PaymentOperation.AUTHORIZE, amount, AT, false, false));
    }

    private static PaymentView view(
            String id,
            String orderId,
            Money amount,
            PaymentStage stage,
            long version,
            PaymentView.@Nullable OpenRequest open) {
        Money nothing = Money.zero(amount.getCurrencyUnit());
        return new PaymentView(
                id,
                orderId,
                version,
                "SANDBOX",
                null,
                null,
                stage,
                amount,
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                null,
                null,
                open,
                List.of(new PaymentView.Capture(1, amount, AT)),
                List.of(new PaymentView.Refund(1, PaymentView.RefundStatus.REQUESTED, amount, null, AT)),
                AT,
                AT);
    }

    private static <Q, A> void answer(SimpleQueryBus queries, Class<Q> query, Class<A> answer, Function<Q, A> handler) {
        queries.<A>subscribe(query.getName(), answer, message -> handler.apply(query.cast(message.getPayload())));
    }
}
