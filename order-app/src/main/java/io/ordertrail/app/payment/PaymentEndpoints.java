package io.ordertrail.app.payment;

import static io.ordertrail.app.http.Sends.Header.ETAG;
import static io.ordertrail.app.http.Sends.Header.LINK;
import static io.ordertrail.app.http.Sends.Header.LOCATION;

import io.ordertrail.api.order.AskedOperation;
import io.ordertrail.api.order.OrderCommand.PayOrder;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.Answers;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Grace;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.Meaning;
import io.ordertrail.app.http.OfVersion;
import io.ordertrail.app.http.QueryString;
import io.ordertrail.app.http.Sends;
import io.ordertrail.app.http.UnderWay;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments of an order: money that arrived is recorded, and the order asks for money that providers keep. */
@RestController
@Tag(name = "Payments")
class PaymentEndpoints {

    private final Orders orders;
    private final Payments payments;
    private final Dispatch dispatch;

    PaymentEndpoints(Orders orders, Payments payments, Dispatch dispatch) {
        this.orders = orders;
        this.payments = payments;
        this.dispatch = dispatch;
    }

    @PostMapping(
            path = PaymentPaths.OF_ORDER,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recordPayment",
            summary =
                    "Record money that has arrived for the order (needs the role STAFF), or have a provider asked for it",
            description =
                    "201: it is recorded, or was declined before any provider was asked. 202: it goes on; the payment is"
                            + " at the Location, now or in a moment.")
    @Answers(status = HttpStatus.CREATED, body = Payment.class, sends = ETAG)
    @Answers(
            status = HttpStatus.ACCEPTED,
            body = {PaymentView.class, UnderWay.class},
            sends = LOCATION)
    ResponseEntity<?> pay(@PathVariable String orderId, @RequestBody Paying body, Change change) {
        String paymentId = OrderId.payment(Orders.valid(orderId), change.seed());
        return body.method().equals(PaymentChoice.MANUAL)
                ? record(orderId, paymentId, body, change)
                : ask(orderId, paymentId, body, change);
    }

    @GetMapping(path = PaymentPaths.PAYMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listAllPayments",
            summary = "List payments of all orders, the latest begun first, page by page")
    @Sends(LINK)
    ResponseEntity<PaymentList> listAll(@QueryString PaymentsQuery query, Inquiry inquiry, HttpServletRequest request) {
        PaymentPage page = dispatch.ask(query.meant(), inquiry.context(), PaymentPage.class);
        PaymentList list = PaymentList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping(path = PaymentPaths.OF_ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPayments", summary = "Read the payments of an order")
    @OfVersion
    ResponseEntity<OrderPayments> list(@PathVariable String orderId, Inquiry inquiry) {
        OrderView order = orders.get(orderId, inquiry);
        // By their ids, which the order knows before any list does.
        List<String> ids = Stream.concat(
                        order.payments().stream().map(OrderView.Payment::id),
                        order.asks().stream()
                                .filter(ask -> ask.operation() != AskedOperation.KEEP)
                                .map(OrderView.Ask::subject))
                .distinct()
                .toList();
        return ResponseEntity.ok(dispatch.ask(new GetPayments(ids), inquiry.context(), OrderPayments.class));
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
        ChangeAnswer<OrderView> paid =
                orders.change(new RecordPayment(orderId, paymentId, amount, body.reference(), body.at()), change);
        // The order has it. That the payment is there to be read as well is for the caller's convenience.
        Grace.until(() -> payments.begun(paymentId, change));
        Payment payment = Payment.of(paid.body(), paymentId);
        return new ChangeAnswer<>(payment, paid.version(), paid.replayed()).created();
    }

    private ResponseEntity<?> ask(String orderId, String paymentId, Paying body, Change change) {
        Meaning meaning = new Meaning();
        Money amount = body.amount() == null ? null : meaning.money(body.amount(), "/amount");
        if (body.at() != null) {
            meaning.fault("/at", "NOT_ALLOWED", "A provider is asked now.");
        }
        if (body.reference() != null) {
            meaning.fault("/reference", "NOT_ALLOWED", "The provider has its own reference.");
        }
        meaning.orRefuse();
        PaymentChoice choice = new PaymentChoice(body.method(), body.accountId(), body.token());
        boolean replayed = orders.change(new PayOrder(orderId, paymentId, choice, amount), change)
                .replayed();
        String path = PaymentPaths.of(paymentId);
        Optional<ResponseEntity<?>> answer = Grace.until(() -> payments.begun(paymentId, change)
                .<ResponseEntity<?>>map(begun -> new ChangeAnswer<>(begun, begun.version(), replayed).accepted(path))
                .or(() -> declined(orderId, paymentId, replayed, change)));
        return answer.orElseGet(() -> UnderWay.at(path, paymentId, replayed));
    }

    /** What nobody could be asked for is known to the order alone. */
    private Optional<ResponseEntity<?>> declined(String orderId, String paymentId, boolean replayed, Change change) {
        OrderView order = orders.lately(orderId, change);
        return Payment.declined(order, paymentId)
                .map(payment -> new ChangeAnswer<>(payment, order.version(), replayed).created());
    }
}
