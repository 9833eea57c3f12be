package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import io.ordertrail.axon.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was stored once must be read for ever. {@code src/test/resources/golden} holds an event of each type in each
 * revision ever released, as it was stored; the file's name is {@code type@revision.json}.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final NamedTypesSerializer serializer = NamedTypesSerializer.create();
    private final JsonMapper json = JsonMapper.shared();

    @Test
    void every_event_type_has_a_sample() {
        assertThat(Samples.events().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Samples.ROOTS.stream().flatMap(Contract::types).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_shape_of_a_stored_event_changes_only_with_a_new_revision(Object event) throws IOException {
        SerializedObject<String> stored = serializer.serialize(event, String.class);
        Named named = Contract.named(event.getClass());
        Path golden = GOLDEN.resolve(named.value() + "@" + named.revision() + ".json");
        if (!Files.exists(golden)) {
            fail("%s is missing. It must hold: %s", golden, stored.getData());
        }
        assertThat(json.readTree(stored.getData()))
                .as(
                        "A changed shape needs a new revision, an upcaster and a golden file: docs/how-to/change-an-event.md")
                .isEqualTo(json.readTree(Files.readString(golden)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_revision_ever_released_is_read_as_the_present_one(Path golden) throws IOException {
        String[] name = golden.getFileName().toString().replace(".json", "").split("@");
        Object sample = events().collect(
                        Collectors.toMap(e -> Contract.named(e.getClass()).value(), Function.identity()))
                .get(name[0]);
        List<Object> read =
                StoredEvents.read(serializer, Upcasters.chain(), name[0], name[1], Files.readString(golden));
        assertThat(read).containsExactly(sample);
    }

    static Stream<Object> events() {
        return Samples.events().stream();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }
}
