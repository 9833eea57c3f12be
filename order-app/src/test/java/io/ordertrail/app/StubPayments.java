package io.ordertrail.app;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentQuery.GetPaymentAsOf;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentQuery.ListPayments;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.joda.money.Money;

/** Payments that count versions and decide nothing. */
final class StubPayments {

    private static final Instant AT = Instant.parse("2026-11-22T08:14:03Z");

    private final Map<String, PaymentView> payments = new ConcurrentHashMap<>();
    private final Consumer<Object> before;
    private final Consumer<CommandMessage<?>> onHandled;

    StubPayments(Consumer<Object> before, Consumer<CommandMessage<?>> onHandled) {
        this.before = before;
        this.onHandled = onHandled;
    }

    void subscribe(SimpleCommandBus commands, SimpleQueryBus queries) {
        for (Class<?> type : PaymentCommand.class.getPermittedSubclasses()) {
            commands.subscribe(type.getName(), this::handle);
        }
        answer(queries, GetPayment.class, PaymentView.class, query -> known(query.paymentId()));
        answer(
                queries,
                ListPayments.class,
                PaymentPage.class,
                query -> new PaymentPage(List.copyOf(payments.values()), "c1", null, null, 0));
        answer(queries, GetPaymentAsOf.class, PaymentView.class, query -> known(query.paymentId()));
        answer(
                queries,
                GetPayments.class,
                OrderPayments.class,
                query -> new OrderPayments(payments.values().stream()
                        .filter(p -> query.paymentIds().contains(p.id()))
                        .toList()));
    }

    private Object handle(CommandMessage<?> message) {
        before.accept(message.getPayload());
        Receipt receipt = handle((PaymentCommand) message.getPayload());
        onHandled.accept(message);
        return receipt;
    }

    Receipt handle(PaymentCommand command) {
        if (command instanceof InitiatePayment begin) {
            payments.put(begin.paymentId(), view(begin.paymentId(), begin.orderId(), begin.amount(), 0));
        } else if (command instanceof RecordManualPayment manual) {
            payments.put(manual.paymentId(), view(manual.paymentId(), manual.orderId(), manual.amount(), 0));
        } else {
            PaymentView before = known(command.paymentId());
            payments.put(before.id(), view(before.id(), before.orderId(), before.amount(), before.version() + 1));
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

    private static PaymentView view(String id, String orderId, Money amount, long version) {
        Money nothing = Money.zero(amount.getCurrencyUnit());
        return new PaymentView(
                id,
                orderId,
                version,
                "SANDBOX",
                null,
                null,
                PaymentStage.INITIATED,
                amount,
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                null,
                null,
                new PaymentView.OpenRequest(PaymentOperation.AUTHORIZE, amount, AT, false, false),
                List.of(new PaymentView.Capture(1, amount, AT)),
                List.of(new PaymentView.Refund(1, PaymentView.RefundStatus.REQUESTED, amount, null, AT)),
                AT,
                AT);
    }

    private static <Q, A> void answer(SimpleQueryBus queries, Class<Q> query, Class<A> answer, Function<Q, A> handler) {
        queries.<A>subscribe(query.getName(), answer, message -> handler.apply(query.cast(message.getPayload())));
    }
}
