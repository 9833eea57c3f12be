package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of events, docs/reference/events.schema.json. */
final class EventsSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(read());

    private EventsSchema() {}

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("../docs/reference/events.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless it is as described. */
    static void check(JsonNode event) {
        assertThat(SCHEMA.validate(
                        event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(event.toString())
                .isEmpty();
    }
}
