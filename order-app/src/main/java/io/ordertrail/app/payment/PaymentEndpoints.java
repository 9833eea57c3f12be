package io.ordertrail.app.payment;

import static io.ordertrail.app.http.Sends.Header.ETAG;
import static io.ordertrail.app.http.Sends.Header.LOCATION;

import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentQuery.ListPaymentsOfOrder;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.account.AccountOwners;
import io.ordertrail.app.http.Answers;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.Meaning;
import io.ordertrail.app.http.OrderNow;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments of an order: money that arrived is recorded, and money that providers keep is asked for. */
@RestController
@Tag(name = "Payments")
class PaymentEndpoints {

    private final Orders orders;
    private final Payments payments;
    private final AccountOwners owners;
    private final Dispatch dispatch;

    PaymentEndpoints(Orders orders, Payments payments, AccountOwners owners, Dispatch dispatch) {
        this.orders = orders;
        this.payments = payments;
        this.owners = owners;
        this.dispatch = dispatch;
    }

    @PostMapping(
            path = PaymentPaths.OF_ORDER,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recordPayment",
            summary = "Record money that has arrived for the order (needs the role STAFF), or ask a provider for it")
    @Answers(status = HttpStatus.CREATED, body = Payment.class, sends = ETAG)
    @Answers(
            status = HttpStatus.ACCEPTED,
            body = PaymentView.class,
            sends = {ETAG, LOCATION})
    ResponseEntity<?> pay(@PathVariable String orderId, @RequestBody Paying body, Change change) {
        String paymentId = OrderId.payment(Orders.valid(orderId), change.seed());
        return body.method().equals(PaymentChoice.MANUAL)
                ? record(orderId, paymentId, body, change)
                : begin(orderId, paymentId, body, change);
    }

    @GetMapping(path = PaymentPaths.OF_ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPayments", summary = "Read the payments of an order")
    ResponseEntity<OrderPayments> list(@PathVariable String orderId, Inquiry inquiry) {
        OrderView order = orders.get(orderId, inquiry);
        return ResponseEntity.ok(
                dispatch.ask(new ListPaymentsOfOrder(order.id()), inquiry.context(), OrderPayments.class));
    }

    private ResponseEntity<Payment> record(String orderId, String paymentId, Paying body, Change change) {
        Meaning meaning = new Meaning();
        if (body.amount() == null) {
            meaning.fault("/amount", "REQUIRED", "How much has arrived must be said.");
            meaning.orRefuse();
            throw new IllegalStateException("A fault was found");
        }
        Money amount = meaning.money(body.amount(), "/amount");
        meaning.orRefuse();
        ChangeAnswer<OrderView> paid = orders.change(
                new RecordPayment(
                        orderId,
                        paymentId,
                        PaymentKind.CAPTURED,
                        PaymentChoice.MANUAL,
                        amount,
                        body.reference(),
                        body.at()),
                change);
        Payment payment = Payment.of(paid.body(), paymentId);
        payments.follow(payment, change);
        return new ChangeAnswer<>(payment, paid.version(), paid.replayed()).created();
    }

    private ResponseEntity<PaymentView> begin(String orderId, String paymentId, Paying body, Change change) {
        Meaning meaning = new Meaning();
        Money asked = body.amount() == null ? null : meaning.money(body.amount(), "/amount");
        if (body.at() != null) {
            meaning.fault("/at", "NOT_ALLOWED", "A provider is asked now.");
        }
        if (body.reference() != null) {
            meaning.fault("/reference", "NOT_ALLOWED", "The provider has its own reference.");
        }
        meaning.orRefuse();
        OrderView order = OrderNow.ask(orderId, dispatch, change.asking());
        Optional<PaymentView> begun = payments.find(paymentId, change);
        RequestContext context = begun.isPresent() ? change.again() : change.creatingOn(order.version());
        owners.check(order.customerId(), body.accountId(), "/accountId", change, begun::isPresent);
        AmountDue due = new AmountDue(order);
        // A repeat comes when the order has moved on: the payment that it began then says for how much it was.
        Money amount = begun.map(PaymentView::amount).orElseGet(() -> due.amount(asked));
        PaymentChoice choice = new PaymentChoice(body.method(), body.accountId(), body.token());
        return payments.begin(
                        new InitiatePayment(paymentId, orderId, choice, amount, due.isTakenAtOnce()), context, change)
                .accepted(PaymentPaths.of(paymentId));
    }
}
