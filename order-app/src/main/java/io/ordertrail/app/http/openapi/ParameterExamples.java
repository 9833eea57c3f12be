package io.ordertrail.app.http.openapi;

import io.ordertrail.app.http.input.QueryStrings;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/**
 * Examples of query parameters, which tests send as they are. What a text or a number means is told by its annotation
 * alone; of other types one value is as good as another.
 */
final class ParameterExamples {

    private static final Map<Class<?>, String> OF_TYPE = Map.of(
            Boolean.class, "true",
            Instant.class, "2026-11-22T08:14:03Z",
            LocalDate.class, "2026-11-22",
            BigDecimal.class, "24.99",
            ZoneId.class, "Europe/Vienna",
            CurrencyUnit.class, "EUR");

    private ParameterExamples() {}

    /** @throws IllegalStateException there is none: the annotation must say one */
    static Object of(RecordComponent component, Schema<?> value) {
        Class<?> type = QueryStrings.valueType(component);
        if (type.isEnum()) {
            return value.getEnum().get(0);
        }
        String example = OF_TYPE.get(type);
        if (example == null) {
            throw new IllegalStateException("There is no example of the parameter " + component.getName() + " of "
                    + component.getDeclaringRecord().getSimpleName());
        }
        return example;
    }

    /** The JSON that {@code shown} is. */
    static Object typed(Object shown, RecordComponent component) {
        Class<?> type = QueryStrings.valueType(component);
        Object value = shown;
        if (type == Integer.class || type == Long.class) {
            value = Long.valueOf(shown.toString());
        } else if (type == Boolean.class) {
            value = Boolean.valueOf(shown.toString());
        }
        if (QueryStrings.isMap(component)) {
            String[] named = shown.toString().split("=", 2);
            return Map.of(named[0], List.of(named[1]));
        }
        return QueryStrings.isList(component) ? List.of(value) : value;
    }
}
