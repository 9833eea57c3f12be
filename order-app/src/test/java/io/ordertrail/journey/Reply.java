package io.ordertrail.journey;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the service, as a client sees it. */
record Reply(HttpResponse<String> http) {

    private static final JsonMapper JSON = JsonMapper.shared();

    int status() {
        return http.statusCode();
    }

    JsonNode body() {
        return JSON.readTree(http.body());
    }

    /** A member of the body, by JSON Pointer, as text. */
    String at(String pointer) {
        return body().at(pointer).asString();
    }

    String header(String name) {
        return optionalHeader(name).orElseThrow(() -> new AssertionError("no header " + name + " in " + this));
    }

    Optional<String> optionalHeader(String name) {
        return http.headers().firstValue(name);
    }

    long version() {
        return Long.parseLong(header("ETag").replace("\"", ""));
    }

    /** This reply, which must have {@code status}. */
    Reply expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected " + status + " but was " + this);
        }
        return this;
    }

    /** This reply to a request for a payment: 202, or 201 where the provider has answered already. */
    Reply begun() {
        return expect(status() == 201 ? 201 : 202);
    }

    @Override
    public String toString() {
        return http.request().method() + " " + http.uri() + " -> " + status() + " " + http.body();
    }
}
