package io.ordertrail.app.payment;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.moment.Diff;
import io.ordertrail.app.moment.DiffQuery;
import io.ordertrail.app.moment.Differences;
import io.ordertrail.app.moment.MomentQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One payment: read, capture, void, refund. Its order decides; the request to the provider follows after the answer.
 */
@RestController
@Tag(name = "Payments")
@RequestMapping(path = PaymentPaths.PAYMENT, produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentActionEndpoints {

    private final Payments payments;
    private final Differences differences;

    PaymentActionEndpoints(Payments payments, Differences differences) {
        this.differences = differences;
        this.payments = payments;
    }

    @GetMapping
    @Operation(operationId = "getPayment", summary = "Read a payment")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<PaymentView> get(@PathVariable String paymentId, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read,
                () -> payments.get(paymentId, read),
                moment -> payments.at(paymentId, moment, read),
                PaymentView::version);
    }

    @GetMapping("/diff")
    @Operation(
            operationId = "diffPayment",
            summary = "What differs between two moments of a payment",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String paymentId, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> payments.at(paymentId, moment, read), PaymentView::version);
    }

    @PostMapping(path = "/captures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "capturePayment",
            summary = "Capture authorised money before the payment terms do; at most what is due")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> capture(
            @PathVariable String paymentId,
            @RequestBody(required = false) @Nullable MoneyChange body,
            WriteRequest write) {
        String order = Payments.orderOf(paymentId);
        Money amount = amount(body == null ? null : body.amount());
        return payments.change(paymentId, new RequestCapture(order, paymentId, amount), write)
                .accepted(PaymentPaths.of(paymentId));
    }

    @PostMapping(path = "/voids", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "voidPayment", summary = "Void what is authorised and not captured; it is then due again")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> giveUp(
            @PathVariable String paymentId,
            @RequestBody(required = false) @Nullable MoneyChange body,
            WriteRequest write) {
        String order = Payments.orderOf(paymentId);
        MoneyChange asked = Objects.requireNonNullElse(body, MoneyChange.ALL);
        if (asked.amount() != null) {
            MoneyMapper meaning = new MoneyMapper();
            meaning.fault("/amount", FaultCode.NOT_ALLOWED, "A void is always of all that is left.");
            meaning.orRefuse();
        }
        return payments.change(paymentId, new RequestVoid(order, paymentId, asked.reason()), write)
                .accepted(PaymentPaths.of(paymentId));
    }

    @PostMapping(path = "/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "refundPayment",
            summary = "Refund captured money, and say why",
            description = MoneyBack.KINDS
                    + " Where a second person must agree, Location is the order, whose approvals show what waits.")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> refund(
            @PathVariable String paymentId, @RequestBody MoneyBack body, WriteRequest write) {
        String order = Payments.orderOf(paymentId);
        RequestRefund command = new RequestRefund(
                order, paymentId, amount(body.amount()), body.toContract(), body.to(), body.reason(), body.at());
        Map.Entry<String, ChangeAnswer<PaymentView>> asked = payments.refund(paymentId, command, write);
        return asked.getValue().accepted(asked.getKey());
    }

    private static @Nullable Money amount(@Nullable Amount stated) {
        if (stated == null) {
            return null;
        }
        MoneyMapper meaning = new MoneyMapper();
        Money amount = meaning.money(stated, "/amount");
        meaning.orRefuse();
        return amount;
    }
}
