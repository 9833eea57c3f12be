package io.ordertrail.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a golden file does not tell of an event: the types of its fields, which may be missing, which are personal, and
 * which constants there are. {@code event-shapes.txt} has the shape of every event in its present revision, and every
 * constant. A line may be taken out only with a new revision; a constant may be added only, for the releases before
 * read it as unknown.
 */
class EventShapesTest {

    private static final Path FILE = Path.of("src/test/resources/event-shapes.txt");

    @Test
    void the_shape_of_an_event_changes_only_with_a_new_revision_and_a_constant_stays() throws IOException {
        List<String> now = lines();
        if (Boolean.getBoolean("pages.write")) {
            Files.write(FILE, now);
        }
        assertThat(now)
                .as("Changed? docs/how-to/change-an-event.md. With -Dpages.write=true they are written")
                .isEqualTo(Files.readAllLines(FILE));
    }

    @Test
    void a_shape_tells_of_types_of_what_may_be_missing_and_of_what_is_personal() {
        record Part(@PersonalData @Nullable String name, List<Long> counts) {}
        record Whole(int number, Part part) {}
        Set<Class<?>> constants = new HashSet<>();
        assertThat(shape(Whole.class, constants))
                .isEqualTo("{number int, part {name String? personal, counts List<Long>}}");
    }

    private static List<String> lines() {
        Set<Class<?>> constants = new LinkedHashSet<>();
        Set<String> events = new TreeSet<>();
        for (Class<?> type : Samples.types()) {
            Named named = Contract.named(type);
            events.add(named.value() + "@" + named.revision() + " " + shape(type, constants));
        }
        Stream<String> enums = constants.stream()
                .map(type -> type.getSimpleName() + " " + Arrays.toString(type.getEnumConstants()))
                .sorted();
        return Stream.concat(enums, events.stream()).toList();
    }

    private static String shape(Class<?> record, Set<Class<?>> constants) {
        return Arrays.stream(record.getRecordComponents())
                .map(field -> field.getName() + " " + shape(field, constants))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shape(RecordComponent field, Set<Class<?>> constants) {
        return shape(field.getGenericType(), constants)
                + (field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "")
                + (field.getAccessor().isAnnotationPresent(PersonalData.class) ? " personal" : "");
    }

    private static String shape(Type type, Set<Class<?>> constants) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .map(of -> shape(of, constants))
                    .collect(Collectors.joining(", ", ((Class<?>) generic.getRawType()).getSimpleName() + "<", ">"));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum() && raw.getName().startsWith("io.ordertrail.")) {
            constants.add(raw);
        }
        return raw.isRecord() ? shape(raw, constants) : raw.getSimpleName();
    }
}
