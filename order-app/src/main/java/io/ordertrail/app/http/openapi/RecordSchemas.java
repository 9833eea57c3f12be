package io.ordertrail.app.http.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ordertrail.app.http.input.BodyValidation;
import io.ordertrail.app.http.input.QueryStrings;
import io.ordertrail.app.http.input.Values;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * JSON schemas (2020-12) of the records that requests and answers consist of, closed to any other field. They follow
 * the same marks as {@link BodyValidation}: what is not {@link Nullable} is required. An answer always has all its
 * fields.
 */
final class RecordSchemas {

    private static final String CURRENCY = "^[A-Z]{3}$";
    private static final String PATH = "#/components/schemas/";
    private static final Map<Class<?>, List<String>> SIMPLE = Map.of(
            String.class, List.of("string"),
            Integer.class, List.of("integer", "int32"),
            int.class, List.of("integer", "int32"),
            Long.class, List.of("integer", "int64"),
            long.class, List.of("integer", "int64"),
            Boolean.class, List.of("boolean"),
            boolean.class, List.of("boolean"),
            double.class, List.of("number", "double"),
            Instant.class, List.of("string", "date-time"),
            LocalDate.class, List.of("string", "date"));

    private final Map<String, Schema<?>> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    /** Everything that was asked for so far, by name. */
    Map<String, Schema<?>> definitions() {
        return definitions;
    }

    Schema<?> request(Type type) {
        return schema(ResolvableType.forType(type), true);
    }

    Schema<?> answer(Type type) {
        return schema(ResolvableType.forType(type), false);
    }

    /** The schema of a query parameter. */
    Schema<?> parameter(RecordComponent component) {
        if (QueryStrings.isMap(component)) {
            return exampled(
                    describe(
                            typed("object")
                                    .additionalProperties(typed("array")
                                            .items(typed("string"))
                                            .maxItems(QueryStrings.MAX_VALUES)),
                            component),
                    component);
        }
        Class<?> type = QueryStrings.valueType(component);
        Schema<?> value = type.isEnum() ? constants(Values.sayable(type)) : request(type);
        return exampled(
                describe(
                        QueryStrings.isList(component)
                                ? typed("array").items(value).maxItems(QueryStrings.MAX_VALUES)
                                : value,
                        component),
                component);
    }

    /** With the value that its annotation shows, or with the first that a parameter of its type may have. */
    private static Schema<?> exampled(Schema<?> schema, RecordComponent component) {
        Schema<?> value = schema.getItems() == null ? schema : schema.getItems();
        Object shown = Optional.ofNullable(schema.getExample()).orElseGet(() -> ParameterExamples.of(component, value));
        schema.setExample(ParameterExamples.typed(shown, component));
        return schema;
    }

    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer != null && outer.isRecord() ? name(outer) + type.getSimpleName() : type.getSimpleName();
    }

    private Schema<?> schema(ResolvableType type, boolean request) {
        Class<?> raw = type.toClass();
        if (SIMPLE.containsKey(raw)) {
            List<String> words = SIMPLE.get(raw);
            return typed(words.get(0)).format(words.size() > 1 ? words.get(1) : null);
        } else if (raw == BigDecimal.class) {
            return typed("string").pattern("^" + Values.DECIMAL_FORM + "$").description("A decimal number");
        } else if (raw == ZoneId.class) {
            return typed("string").description("A time zone, as IANA names it");
        } else if (raw == CurrencyUnit.class) {
            return typed("string").pattern(CURRENCY).description("ISO 4217");
        } else if (raw == Money.class) {
            return reference(raw, RecordSchemas::money);
        } else if (raw.isEnum()) {
            return reference(raw, () -> constants(Arrays.stream(raw.getEnumConstants())));
        } else if (List.class.isAssignableFrom(raw)) {
            return typed("array").items(schema(type.getGeneric(0), request));
        } else if (Map.class.isAssignableFrom(raw)) {
            return typed("object")
                    .additionalProperties(
                            type.getGeneric(1).toClass() == String.class ? typed("string") : Boolean.TRUE);
        } else if (raw == Object.class) {
            return new Schema<>(SpecVersion.V31).description("Any JSON");
        } else if (raw.isRecord()) {
            return reference(raw, () -> properties(raw, request));
        }
        throw new IllegalStateException("No schema for " + type);
    }

    private Schema<?> reference(Class<?> type, Supplier<Schema<?>> definition) {
        String name = name(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            definitions.put(name, definition.get());
        } else if (owner != type) {
            throw new IllegalStateException("Two schemas of the name " + name + ": " + owner + " and " + type);
        }
        return new Schema<>(SpecVersion.V31).$ref(PATH + name);
    }

    private Schema<?> properties(Class<?> record, boolean request) {
        JsonInclude include = record.getAnnotation(JsonInclude.class);
        boolean leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean optional = BodyValidation.isOptional(component) && !isRequired(component);
            Schema<?> schema = describe(schema(ResolvableType.forType(component.getGenericType()), request), component);
            properties.put(component.getName(), optional && !leavesOut ? orNull(schema) : schema);
            if (!optional || !request && !leavesOut) {
                required.add(component.getName());
            }
        }
        Schema<?> object = typed("object").additionalProperties(false);
        properties.forEach(object::addProperty);
        object.setRequired(List.copyOf(required));
        return object;
    }

    /** Whether an endpoint itself insists on what the reading of a body would let pass, in better words. */
    static boolean isRequired(RecordComponent component) {
        var words = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return words != null
                && words.requiredMode() == io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
    }

    private static Schema<?> money() {
        Schema<?> money = typed("object").additionalProperties(false);
        money.addProperty(
                "amount", typed("string").pattern("^-?[0-9]+(\\.[0-9]+)?$").description("All the currency's digits"));
        money.addProperty("currency", typed("string").pattern(CURRENCY).description("ISO 4217"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    private static Schema<?> constants(Stream<?> all) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(new LinkedHashSet<>(Set.of("string")));
        all.map(Object::toString).forEach(schema::addEnumItemObject);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            // Any JSON may be null.
            Optional.ofNullable(schema.getTypes()).ifPresent(types -> types.add("null"));
            return schema;
        }
        Schema<?> either = new Schema<>(SpecVersion.V31);
        either.setDescription(schema.getDescription());
        schema.setDescription(null);
        either.setAnyOf(List.of(schema, typed("null")));
        return either;
    }

    private static Schema<?> describe(Schema<?> schema, RecordComponent component) {
        FieldBounds.describe(schema, component);
        io.swagger.v3.oas.annotations.media.Schema words =
                component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (words != null) {
            schema.setDescription(words.description().isEmpty() ? schema.getDescription() : words.description());
            if (words.maxLength() < Integer.MAX_VALUE) {
                schema.setMaxLength(words.maxLength());
            }
            if (!words.minimum().isEmpty()) {
                schema.setMinimum(new BigDecimal(words.minimum()));
            }
            if (!words.maximum().isEmpty()) {
                schema.setMaximum(new BigDecimal(words.maximum()));
            }
            schema.setExample(words.example().isEmpty() ? null : words.example());
        }
        return schema;
    }

    static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}
