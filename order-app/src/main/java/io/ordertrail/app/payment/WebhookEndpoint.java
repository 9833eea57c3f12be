package io.ordertrail.app.payment;

import io.ordertrail.api.Receipt;
import io.ordertrail.app.http.Inquiry;
import io.ordertrail.app.http.Signed;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where providers call by themselves (rule P6). The event's id makes a repeat harmless, so that no idempotency key is asked
 * for. What {@link WebhookGate} lets in is the provider's own word.
 */
@RestController
@Tag(name = "Payments")
class WebhookEndpoint {

    private static final String SERVICE = "SERVICE";

    private final Dispatch dispatch;

    WebhookEndpoint(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @PostMapping(
            path = PaymentPaths.PROVIDERS + "/{provider}/webhooks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "receiveWebhook", summary = "Take in what a payment provider says by itself")
    @Signed(
            header = WebhookGate.SIGNATURE,
            form = "t=<unix seconds>,v1=<hex HMAC-SHA256 of the seconds, a dot and the body>, not older than 5 minutes")
    ResponseEntity<WebhookAnswer> receive(@PathVariable String provider, @RequestBody Webhook body, Inquiry inquiry) {
        RequestContext asked = inquiry.context();
        RequestContext context = new RequestContext(
                "payment-provider:" + provider, List.of(SERVICE), asked.correlationId(), asked.traceId(), null, null);
        Receipt receipt = dispatch.send(body.meant(provider), context, Receipt.class);
        return ResponseEntity.ok(new WebhookAnswer(body.eventId(), receipt.id(), receipt.version()));
    }
}
