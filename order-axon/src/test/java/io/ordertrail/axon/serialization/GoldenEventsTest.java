package io.ordertrail.axon.serialization;

import static io.ordertrail.axon.serialization.Samples.GOLDEN;
import static io.ordertrail.axon.serialization.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once must be read for ever. */
class GoldenEventsTest {

    private final NamedTypesSerializer serializer = NamedTypesSerializer.create();
    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("types")
    void every_event_type_has_a_golden_file(Class<?> type) {
        assertThat(Samples.file(type))
                .as(
                        "%s must hold an event with every field set: %s",
                        Samples.file(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::toString)
                                .collect(Collectors.joining(", ")))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_shape_of_a_stored_event_changes_only_with_a_new_revision(Class<?> type) {
        String golden = stored(Samples.file(type));
        assertThat(json.readTree(
                        serializer.serialize(sample(type), String.class).getData()))
                .as(
                        "A changed shape needs a new revision, an upcaster and a golden file: docs/how-to/change-an-event.md")
                .isEqualTo(json.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_of_a_golden_event_is_set(Class<?> type) throws ReflectiveOperationException {
        assertThat(isFilled(sample(type))).as(Samples.file(type).toString()).isTrue();
    }

    @Test
    void an_event_with_a_field_that_is_not_set_is_no_golden_one() throws ReflectiveOperationException {
        record Part(String known, List<Part> parts) {}
        assertThat(isFilled(new Part(null, List.of(new Part("", List.of()))))).isFalse();
        assertThat(isFilled(new Part("", List.of(new Part(null, List.of()))))).isFalse();
        assertThat(isFilled(new Part("", List.of()))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_revision_ever_released_is_read_as_the_present_one(Path golden) {
        String[] name = golden.getFileName().toString().replace(".json", "").split("@");
        List<Object> read =
                StoredEvents.read(serializer, Upcasters.chain(MovedTexts.PLAIN), name[0], name[1], stored(golden));
        assertThat(read).isEqualTo(expected(golden, name[0]));
    }

    /** Beside the file of a revision that is read otherwise than as today's sample stands what it is read as. */
    private List<Object> expected(Path golden, String type) {
        Path otherwise = golden.resolveSibling(golden.getFileName().toString().replace(".json", ".read.json"));
        if (!Files.exists(otherwise)) {
            return List.of(sample(Contract.byName().get(type)));
        }
        return json.readTree(stored(otherwise))
                .valueStream()
                .<Object>map(each -> {
                    String[] name = each.at("/type").asString().split("@");
                    return serializer.deserialize(new SimpleSerializedObject<>(
                            each.at("/payload").toString(), String.class, name[0], name[1]));
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_revision_of_an_event_has_a_golden_file_and_a_way_to_the_next(Class<?> type) {
        Named named = Contract.named(type);
        for (int revision = 1; revision < Integer.parseInt(named.revision()); revision++) {
            String key = EventChange.key(named.value(), String.valueOf(revision));
            assertThat(GOLDEN.resolve(key + ".json"))
                    .as("What customers have in their stores")
                    .exists();
            assertThat(EventChanges.ALL).extracting(EventChange::key).contains(key);
        }
    }

    @Test
    void every_change_is_of_an_event_that_was_changed() {
        assertThat(EventChanges.ALL).allSatisfy(change -> {
            Class<?> type = Contract.byName().get(change.type());
            assertThat(type).as(change.type()).isNotNull();
            assertThat(Integer.parseInt(change.after()))
                    .isLessThanOrEqualTo(Integer.parseInt(Contract.named(type).revision()));
        });
        assertThat(EventChanges.ALL).extracting(EventChange::key).doesNotHaveDuplicates();
    }

    private Object sample(Class<?> type) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(stored(Samples.file(type)), String.class, serializer.typeForClass(type)));
    }

    private static boolean isFilled(Object value) throws ReflectiveOperationException {
        if (value instanceof List<?> list) {
            return !list.isEmpty() && isFilled(list.get(0));
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value == null || !value.getClass().isRecord()) {
            return value != null;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            if (!isFilled(component.getAccessor().invoke(value))) {
                return false;
            }
        }
        return true;
    }

    static List<Class<?>> types() {
        return Samples.types();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> !file.toString().endsWith(".read.json"))
                    .sorted()
                    .toList();
        }
    }
}
