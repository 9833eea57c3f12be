package io.ordertrail.app.payment;

import io.ordertrail.app.FrontDoor;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Webhooks as the sandbox would sign them. */
public final class Webhooks {

    public static final String PATH = "/api/v1/payment-providers/SANDBOX/webhooks";

    private Webhooks() {}

    public static HttpRequest.Builder signed(FrontDoor door, String body) {
        return signed(door.request(PATH), body);
    }

    /** @param request to {@link #PATH}, of a service that knows {@link FrontDoor#WEBHOOK_SECRET} */
    public static HttpRequest.Builder signed(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json")
                .header(
                        WebhookGate.SIGNATURE,
                        Signature.of(body.getBytes(StandardCharsets.UTF_8), FrontDoor.WEBHOOK_SECRET, Instant.now()))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
