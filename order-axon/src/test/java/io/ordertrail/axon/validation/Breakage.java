package io.ordertrail.axon.validation;

import io.ordertrail.api.constraint.Clean;
import io.ordertrail.api.constraint.Filled;
import io.ordertrail.api.constraint.InBody;
import io.ordertrail.api.constraint.MoneyBound;
import io.ordertrail.api.constraint.OneOf;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.constraint.Country;
import io.ordertrail.api.order.constraint.TaxRate;
import io.ordertrail.api.stock.StockDifference;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A value with one bound broken, made from the bound itself.
 *
 * @param pointer where the bound stands, as a request's body has it
 * @param bound in words, with its number
 */
record Breakage(
        String pointer,
        FaultCode code,
        String bound,
        @Nullable Object value) {

    /** One for each bound of {@code record} and of what it holds. All else in it is missing. */
    static Stream<Breakage> of(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return IntStream.range(0, components.length)
                .boxed()
                .flatMap(i ->
                        of(components[i]).map(broken -> broken.with(broken.pointer, blank(record, i, broken.value))));
    }

    private static Stream<Breakage> of(RecordComponent component) {
        InBody elsewhere = component.getAnnotation(InBody.class);
        String name = elsewhere == null ? component.getName() : elsewhere.value();
        String at = name.isEmpty() ? "" : "/" + name;
        Class<?> type = component.getType();
        return Stream.concat(own(component.getAccessor().getAnnotations(), type), parts(component.getAnnotatedType()))
                .map(broken -> broken.with(at + broken.pointer, broken.value));
    }

    private static Stream<Breakage> parts(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType container)) {
            return Stream.empty();
        }
        AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
        if (arguments.length == 1) {
            return whole(arguments[0])
                    .map(broken -> broken.with("/0" + broken.pointer, Collections.singletonList(broken.value)));
        }
        return Stream.concat(
                whole(arguments[0])
                        .filter(broken -> broken.value != null)
                        .map(broken -> broken.with("", Map.of(broken.value, "x"))),
                whole(arguments[1])
                        .map(broken ->
                                broken.with("/key" + broken.pointer, Collections.singletonMap("key", broken.value))));
    }

    private static Stream<Breakage> whole(AnnotatedType type) {
        return own(type.getAnnotations(), (Class<?>) type.getType());
    }

    private static Stream<Breakage> own(Annotation[] annotations, Class<?> type) {
        return Stream.of(annotations).flatMap(annotation -> {
            if (annotation instanceof Valid) {
                return of(type);
            }
            if (!annotation.annotationType().isAnnotationPresent(Constraint.class)) {
                return annotation instanceof MoneyBound.List several ? own(several.value(), type) : Stream.empty();
            }
            Annotation[] composing = annotation.annotationType().getAnnotations();
            return Stream.concat(broken(annotation, type), own(composing, type));
        });
    }

    private static Stream<Breakage> broken(Annotation constraint, Class<?> type) {
        if (constraint instanceof NotNull) {
            return one(FaultCode.REQUIRED, "present", null);
        } else if (constraint instanceof NotBlank || constraint instanceof Filled) {
            return one(FaultCode.REQUIRED, "not blank", " ");
        } else if (constraint instanceof NotEmpty) {
            return one(FaultCode.REQUIRED, "not empty", List.of());
        } else if (constraint instanceof Size size) {
            return size(size.max(), type);
        } else if (constraint instanceof Min min) {
            return one(FaultCode.OUT_OF_RANGE, "at least " + min.value(), number(min.value() - 1, type));
        } else if (constraint instanceof Max max) {
            return one(FaultCode.OUT_OF_RANGE, "at most " + max.value(), number(max.value() + 1, type));
        } else if (constraint instanceof DecimalMin min) {
            return one(FaultCode.OUT_OF_RANGE, "at least " + min.value(), new BigDecimal("-0.1"));
        } else if (constraint instanceof DecimalMax max) {
            return one(FaultCode.OUT_OF_RANGE, "at most " + max.value(), new BigDecimal("1.1"));
        } else if (constraint instanceof TaxRate.Decimals) {
            return one(FaultCode.TOO_PRECISE, "at most 6 decimals", new BigDecimal("0.1234567"));
        } else if (constraint instanceof Pattern form) {
            String other = Stream.of("?", "..", "")
                    .filter(text -> !text.matches(form.regexp()))
                    .findFirst()
                    .orElseThrow();
            return one(FaultCode.MALFORMED, form.regexp(), other);
        } else if (constraint instanceof Clean clean) {
            return one(clean.code(), clean.lines() ? "clean lines" : "clean", clean.lines() ? "a\0" : "a\nb");
        } else if (constraint instanceof Country country) {
            return one(country.code(), "country", "de");
        } else if (constraint instanceof StockDifference difference) {
            return one(difference.code(), "not 0", 0L);
        } else if (constraint instanceof OneOf some) {
            Set<String> all = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.toSet());
            if (!all.containsAll(Set.of(some.value()))) {
                throw new IllegalStateException(
                        "There is no such constant of " + type + ": " + Arrays.toString(some.value()));
            }
            all.removeAll(Set.of(some.value()));
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> all.contains(((Enum<?>) each).name()))
                    .limit(1)
                    .flatMap(other -> one(some.code(), "one of " + String.join(", ", some.value()), other));
        } else if (constraint instanceof MoneyBound bound) {
            String amount = Map.of(
                            FaultCode.NEGATIVE, "-1", FaultCode.ZERO, "0", FaultCode.TOO_LARGE, "1000000000000000")
                    .get(bound.code());
            return one(bound.code(), "money", Money.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        }
        return Stream.empty();
    }

    private static Stream<Breakage> size(int max, Class<?> type) {
        if (type == String.class) {
            return one(FaultCode.TOO_LONG, "at most " + max, "x".repeat(max + 1));
        }
        Object many = type == List.class
                ? Collections.nCopies(max + 1, null)
                : IntStream.rangeClosed(0, max).boxed().collect(Collectors.toMap(n -> "n" + n, n -> "x"));
        return one(FaultCode.TOO_MANY, "at most " + max, many);
    }

    private static Stream<Breakage> one(FaultCode code, String bound, @Nullable Object value) {
        return Stream.of(new Breakage("", code, bound, value));
    }

    private Breakage with(String at, @Nullable Object whole) {
        return new Breakage(at, code, bound, whole);
    }

    private static Object number(long value, Class<?> type) {
        return type == int.class || type == Integer.class ? (Object) Math.toIntExact(value) : (Object) value;
    }

    private static Object blank(Class<?> record, int at, @Nullable Object value) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == at ? value : nothing(components[i].getType());
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        return !type.isPrimitive()
                ? null
                : type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : (Object) 0L;
    }
}
