package io.ordertrail.journey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes a message of any type, whether its values mean anything or not. */
final class AnyMessage {

    private AnyMessage() {}

    /** @param text of a name of a component, its value where it is a text */
    static Object of(Class<?> type, UnaryOperator<String> text) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> value(component.getType(), component.getName(), text))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("No " + type + " of " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, String name, UnaryOperator<String> text) {
        if (type == String.class) {
            return text.apply(name);
        }
        if (type == List.class) {
            return name.endsWith("Ids") ? List.of(text.apply(name)) : List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? of(type, text) : plain(type);
    }

    private static Object plain(Class<?> type) {
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(int.class, 1),
                Map.entry(Integer.class, 1),
                Map.entry(long.class, 0L),
                Map.entry(Long.class, 0L),
                Map.entry(boolean.class, false),
                Map.entry(Boolean.class, false),
                Map.entry(BigDecimal.class, BigDecimal.ONE),
                Map.entry(Instant.class, Instant.now()),
                Map.entry(LocalDate.class, LocalDate.of(2026, 1, 1)),
                Map.entry(ZoneId.class, ZoneId.of("UTC")),
                Map.entry(Duration.class, Duration.ofMinutes(1)),
                Map.entry(Map.class, Map.of()),
                Map.entry(CurrencyUnit.class, CurrencyUnit.EUR),
                Map.entry(Money.class, Money.of(CurrencyUnit.EUR, 1)));
        if (!values.containsKey(type)) {
            throw new IllegalArgumentException("No value of " + type);
        }
        return values.get(type);
    }
}
