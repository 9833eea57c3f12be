package io.ordertrail.app.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a stream is written. */
enum StreamFormat {
    /** Server-sent events (HTML standard, 9.2). The id is the place behind an event. */
    SSE("text/event-stream") {
        @Override
        String begin(@Nullable String after) {
            return "retry: 2000\nevent: ready\n" + (after == null ? "" : "id: " + after + "\n") + "data: {}\n\n";
        }

        @Override
        String item(StreamPage.Item item, JsonMapper json) {
            return "id: " + item.after() + "\ndata: " + json.writeValueAsString(item.told()) + "\n\n";
        }

        @Override
        String still(String after) {
            return ": still here\nid: " + after + "\n\n";
        }

        @Override
        String end(String code, String detail, JsonMapper json) {
            return "event: end\ndata: " + json.writeValueAsString(Map.of("code", code, "detail", detail)) + "\n\n";
        }
    },

    /** A JSON document a line. An empty line says that the stream is still there. */
    NDJSON("application/x-ndjson") {
        @Override
        String begin(@Nullable String after) {
            return "";
        }

        @Override
        String item(StreamPage.Item item, JsonMapper json) {
            return json.writeValueAsString(item.told()) + "\n";
        }

        @Override
        String still(String after) {
            return "\n";
        }

        @Override
        String end(String code, String detail, JsonMapper json) {
            return json.writeValueAsString(Map.of(
                            "specversion", "1.0",
                            "id", UUID.randomUUID().toString(),
                            "source", "urn:ordertrail",
                            "type", "io.ordertrail.stream.Ended",
                            "time", Instant.now().toString(),
                            "datacontenttype", "application/json",
                            "data", Map.of("code", code, "detail", detail)))
                    + "\n";
        }
    };

    private final String mediaType;

    StreamFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @param after the place where the stream begins, if nothing is sent at once */
    abstract String begin(@Nullable String after);

    abstract String item(StreamPage.Item item, JsonMapper json);

    /** @param after the place up to which nothing was left out */
    abstract String still(String after);

    /** The last that is told. */
    abstract String end(String code, String detail, JsonMapper json);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
