package io.ordertrail.app.payment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentQuery.GetPayment;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.openapi.Signed;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.process.step.StepId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks of providers (rule P6). The event's id makes a repeat harmless, so no idempotency key is needed here.
 * {@link WebhookGate} accepts signed requests only.
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
    @Operation(operationId = "receiveWebhook", summary = "Accept a webhook of a payment provider")
    @Signed(
            header = WebhookGate.SIGNATURE,
            form = "t=<unix seconds>,v1=<hex HMAC-SHA256 of the seconds, a dot and the body>, not older than 5 minutes")
    ResponseEntity<WebhookAnswer> receive(@PathVariable String provider, @RequestBody Webhook body, ReadRequest read) {
        RequestContext asked = read.context();
        RequestContext context = new RequestContext(
                "payment-provider:" + provider,
                List.of(Role.SERVICE.name()),
                asked.correlationId(),
                asked.traceId(),
                null,
                null);
        PaymentCommand said = body.toContract(provider);
        try {
            Receipt receipt = dispatch.send(said, context, Receipt.class);
            return ResponseEntity.ok(new WebhookAnswer(body.eventId(), receipt.id(), receipt.version()));
        } catch (Refused no) {
            if (!(said instanceof RecordChargeback chargeback) || !isOfMoreThanIsThere(no.refusal())) {
                throw no;
            }
            report(chargeback, no.refusal(), context);
            PaymentView payment =
                    dispatch.ask(new GetPayment(chargeback.paymentId(), null), context, PaymentView.class);
            return ResponseEntity.ok(new WebhookAnswer(body.eventId(), payment.id(), payment.version()));
        }
    }

    private static boolean isOfMoreThanIsThere(Refusal refusal) {
        return refusal instanceof NothingToRefund || refusal instanceof MoreThanCaptured;
    }

    /**
     * The bank has taken back money that was refunded already (rule P2). It would only repeat the request: a person
     * must know of it.
     */
    private void report(RecordChargeback chargeback, Refusal why, RequestContext context) {
        String paymentId = chargeback.paymentId();
        // An id that the order does not use for a known chargeback.
        String problemId = "chargeback-not-covered:"
                + UUID.nameUUIDFromBytes(chargeback.providerEventId().getBytes(StandardCharsets.UTF_8));
        ReportProblem problem = new ReportProblem(
                OrderId.ofPart(paymentId).orElseThrow(() -> new Refused(new PaymentNotFound(paymentId))),
                problemId,
                "CHARGEBACK_NOT_COVERED",
                chargeback.amount() + " of " + paymentId + " was charged back, which it has not kept. " + why.detail());
        String commandId = StepId.of("webhook", paymentId, problemId).commandId();
        dispatch.send(problem, context.followUp(commandId), Receipt.class);
    }
}
