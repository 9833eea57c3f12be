package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Named;
import io.ordertrail.axon.serialization.SnapshotType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

/**
 * A snapshot of another shape is read without a word, with parts of the state missing.
 * {@code src/test/resources/snapshots} holds the shape of each, by name and revision: {@code name@revision.txt}.
 */
class SnapshotShapesTest {

    private static final Path SHAPES = Path.of("src/test/resources/snapshots");

    @ParameterizedTest
    @MethodSource("types")
    void the_shape_of_a_snapshot_changes_only_with_a_new_revision(Class<?> type) throws IOException {
        Set<String> shape = new TreeSet<>();
        describe(type, shape);
        Path file = SHAPES.resolve(fileOf(type));
        assertThat(shape)
                .as(
                        "A changed shape needs a new revision: docs/how-to/add-snapshots.md. %s must hold:%n%s",
                        file, String.join("\n", shape))
                .isEqualTo(Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of());
    }

    @Test
    void every_shape_is_of_a_snapshot_that_there_is() throws IOException {
        try (Stream<Path> files = Files.list(SHAPES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(SnapshotShapesTest::fileOf).toList());
        }
    }

    static Stream<Class<?>> types() {
        return Arrays.stream(OrderCommandAutoConfiguration.class
                        .getAnnotation(Import.class)
                        .value())
                .flatMap(configuration -> Arrays.stream(configuration.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == SnapshotType.class)
                .map(SnapshotShapesTest::declared);
    }

    private static Class<?> declared(Method bean) {
        try {
            bean.setAccessible(true);
            return ((SnapshotType) bean.invoke(null)).type();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileOf(Class<?> type) {
        Named named = type.getAnnotation(Named.class);
        return named.value() + "@" + named.revision() + ".txt";
    }

    /** Each record and enum that a state is made of, in a line. */
    private static void describe(Type type, Set<String> shape) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> describe(argument, shape));
        } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            shape.add(enumeration.getSimpleName() + ": "
                    + Arrays.stream(enumeration.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            if (shape.add(record.getSimpleName() + ": " + components(record))) {
                Arrays.stream(record.getRecordComponents()).forEach(each -> describe(each.getGenericType(), shape));
            }
        }
    }

    private static String components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(SnapshotShapesTest::component)
                .collect(Collectors.joining(", "));
    }

    private static String component(RecordComponent component) {
        return component.getName() + " "
                + component.getGenericType().getTypeName().replaceAll("[a-z]+\\.|[A-Za-z]+\\$", "");
    }
}
