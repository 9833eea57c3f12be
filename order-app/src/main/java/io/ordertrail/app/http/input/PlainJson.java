package io.ordertrail.app.http.input;

import io.ordertrail.axon.json.JsonBuffers;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON without what says nothing: white space, and one of two ways to write a character. Fields stay in their order.
 */
final class PlainJson {

    private static final JsonFactory JSON =
            JsonBuffers.share(JsonFactory.builder()).build();

    private PlainJson() {}

    /** The documents in {@code body}; {@code body} itself where it is no JSON. */
    static byte[] of(byte[] body) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(body.length);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body);
                JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), plain, JsonEncoding.UTF8)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        } catch (JacksonException e) {
            // Whoever reads it will say so; for a repeat it is what it is, byte by byte.
            return body;
        }
        return plain.toByteArray();
    }
}
