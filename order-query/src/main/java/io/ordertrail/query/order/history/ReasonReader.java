package io.ordertrail.query.order.history;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** The reason that somebody gave with an event of a payment, parcel, return or stock item. */
final class ReasonReader {

    private static final List<String> NAMES = List.of("reason", "note", "deductionReason");

    private static final ClassValue<List<Method>> REASONS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> NAMES.contains(component.getName()))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private ReasonReader() {}

    /** Null if none was given. */
    static @Nullable String read(Object event) {
        return REASONS.get(event.getClass()).stream()
                .map(accessor -> ReflectionUtils.invokeMethod(accessor, event))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }
}
