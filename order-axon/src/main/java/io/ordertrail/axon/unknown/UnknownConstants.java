package io.ordertrail.axon.unknown;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constants that a later release has stored: this one reads each as the {@code UNKNOWN} of its type. */
final class UnknownConstants {

    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> parts = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(accessor -> mayHoldOne(accessor.getReturnType()))
                    .toList();
            // Snapshots are their packages' own.
            parts.forEach(part -> part.setAccessible(true));
            return parts;
        }
    };

    private static final ClassValue<Set<Object>> UNKNOWN = new ClassValue<>() {
        @Override
        protected Set<Object> computeValue(Class<?> type) {
            return Set.of(Arrays.stream(type.getFields())
                    .filter(field -> field.isAnnotationPresent(JsonEnumDefaultValue.class))
                    .map(field -> constant(type, field.getName()))
                    .toArray());
        }
    };

    private UnknownConstants() {}

    /** Whether there is one in {@code value}, or in what it is made of. */
    static boolean in(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return UNKNOWN.get(constant.getDeclaringClass()).contains(constant);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().anyMatch(UnknownConstants::in);
        }
        if (value instanceof Map<?, ?> map) {
            return in(map.values());
        }
        return value instanceof Record && PARTS.get(value.getClass()).stream().anyMatch(part -> in(read(part, value)));
    }

    private static boolean mayHoldOne(Class<?> type) {
        return type.isEnum()
                || type.isRecord()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object read(Method part, Object value) {
        try {
            return part.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + part, e);
        }
    }
}
