package io.ordertrail.api;

import io.ordertrail.api.message.Named;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that may be stored or sent, and under which name. What is not in here can be neither. */
public final class Contract {

    private static final Map<String, Class<?>> BY_NAME = ContractRoots.ALL.stream()
            .flatMap(Contract::types)
            .collect(Collectors.toUnmodifiableMap(type -> named(type).value(), Function.identity()));

    private Contract() {}

    /** All named types, by name. Two types of one name fail at class initialisation. */
    public static Map<String, Class<?>> byName() {
        return BY_NAME;
    }

    /** The named types among the nested and permitted types of {@code root}, itself included. */
    public static Stream<Class<?>> types(Class<?> root) {
        Stream<Class<?>> below = Stream.concat(
                Stream.of(root.getDeclaredClasses()),
                root.isSealed() ? Stream.of(root.getPermittedSubclasses()) : Stream.empty());
        Stream<Class<?>> itself = root.isAnnotationPresent(Named.class) ? Stream.of(root) : Stream.empty();
        return Stream.concat(itself, below.flatMap(Contract::types)).distinct();
    }

    /** The annotation of {@code type}, which must have one. */
    public static Named named(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Named.class), () -> type + " has no @Named");
    }
}
