package io.ordertrail.app.payment;

import static io.ordertrail.app.http.Sends.Header.ETAG;

import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.ChangeAnswer;
import io.ordertrail.app.http.Meaning;
import io.ordertrail.app.http.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Payments")
class PaymentEndpoints {

    private static final String MANUAL = "MANUAL";

    private final Orders orders;

    PaymentEndpoints(Orders orders) {
        this.orders = orders;
    }

    @PostMapping(
            path = OrderPaths.ORDERS + "/{orderId}/payments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recordPayment", summary = "Record money that has arrived for the order")
    @Sends(ETAG)
    ResponseEntity<Payment> pay(@PathVariable String orderId, @RequestBody Paying body, Change change) {
        Meaning meaning = new Meaning();
        Money amount = meaning.money(body.amount(), "/amount");
        if (!body.method().equals(MANUAL)) {
            meaning.fault("/method", "UNSUPPORTED_METHOD", "The only method so far is " + MANUAL + ".");
        }
        meaning.orRefuse();
        String paymentId = OrderId.payment(Orders.valid(orderId), change.seed());
        ChangeAnswer<OrderView> paid = orders.change(
                new RecordPayment(
                        orderId, paymentId, PaymentKind.CAPTURED, MANUAL, amount, body.reference(), body.at()),
                change);
        return new ChangeAnswer<>(Payment.of(paid.body(), paymentId), paid.version(), paid.replayed()).created();
    }
}
