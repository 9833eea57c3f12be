package io.ordertrail.app.payment;

import static io.ordertrail.app.http.Sends.Header.ETAG;
import static io.ordertrail.app.http.Sends.Header.LOCATION;

import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.Meaning;
import io.ordertrail.app.http.Sends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
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

/** One payment: read, and its money taken, given up and given back. What a provider is asked goes on after the answer. */
@RestController
@Tag(name = "Payments")
@RequestMapping(path = PaymentPaths.PAYMENT, produces = MediaType.APPLICATION_JSON_VALUE)
class MoneyEndpoints {

    private final Payments payments;

    MoneyEndpoints(Payments payments) {
        this.payments = payments;
    }

    @GetMapping
    @Operation(operationId = "getPayment", summary = "Read a payment")
    @Sends(ETAG)
    ResponseEntity<PaymentView> get(@PathVariable String paymentId, Inquiry inquiry) {
        PaymentView payment = payments.get(paymentId, inquiry);
        return inquiry.answer(payment.version(), payment);
    }

    @PostMapping(path = "/captures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "capturePayment", summary = "Take money that is authorised")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> capture(
            @PathVariable String paymentId, @RequestBody(required = false) @Nullable MoneyChange body, Change change) {
        return change(new CapturePayment(paymentId, amount(body), null), change);
    }

    @PostMapping(path = "/voids", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "voidPayment", summary = "Give up what is authorised and not captured")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> giveUp(
            @PathVariable String paymentId, @RequestBody(required = false) @Nullable MoneyChange body, Change change) {
        MoneyChange asked = Objects.requireNonNullElse(body, MoneyChange.ALL);
        if (asked.amount() != null) {
            Meaning meaning = new Meaning();
            meaning.fault("/amount", "NOT_ALLOWED", "What is voided is always all that is left.");
            meaning.orRefuse();
        }
        return change(new VoidPayment(paymentId, asked.reason()), change);
    }

    @PostMapping(path = "/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "refundPayment", summary = "Give captured money back")
    @Sends({ETAG, LOCATION})
    ResponseEntity<PaymentView> refund(
            @PathVariable String paymentId, @RequestBody(required = false) @Nullable MoneyChange body, Change change) {
        String refundId = "refund-" + UUID.nameUUIDFromBytes(change.seed().getBytes(StandardCharsets.UTF_8));
        String reason = body == null ? null : body.reason();
        return change(new RefundPayment(paymentId, refundId, amount(body), reason), change);
    }

    private ResponseEntity<PaymentView> change(PaymentCommand command, Change change) {
        return payments.change(command, change).accepted(PaymentPaths.of(command.paymentId()));
    }

    private static @Nullable Money amount(@Nullable MoneyChange body) {
        if (body == null || body.amount() == null) {
            return null;
        }
        Meaning meaning = new Meaning();
        Money amount = meaning.money(body.amount(), "/amount");
        meaning.orRefuse();
        return amount;
    }
}
