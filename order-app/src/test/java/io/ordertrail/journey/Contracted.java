package io.ordertrail.journey;

import io.ordertrail.app.OpenApiContract;
import java.util.function.Consumer;

/** Holds every answer of a journey against the OpenAPI description that the service itself publishes. */
final class Contracted {

    private Contracted() {}

    static Consumer<Reply> by(String url) {
        String apiDocs = new Shop(url, reply -> {})
                .get("/v3/api-docs")
                .expect(200)
                .http()
                .body();
        OpenApiContract contract = OpenApiContract.of(apiDocs);
        return reply -> contract.check(reply.http());
    }
}
