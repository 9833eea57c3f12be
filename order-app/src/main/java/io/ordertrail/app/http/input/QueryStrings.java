package io.ordertrail.app.http.input;

import io.ordertrail.api.constraint.CleanValidator;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.app.http.problem.Problem.Fault;
import io.ordertrail.app.http.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;

/** Reads query parameters into a record that is marked {@link QueryString}. */
public final class QueryStrings {

    /** Of a value; a place in the feed of events is the longest that we give. */
    private static final int MAX_LENGTH = 6000;

    private static final Pattern KEYED = Pattern.compile("[A-Za-z]+\\[(.*)]", Pattern.DOTALL);

    /** Values of one parameter, and keys of one, at most. */
    public static final int MAX_VALUES = 50;

    private QueryStrings() {}

    /**
     * Refuses every parameter that {@code record} does not know, and every one that comes twice and may not; null knows
     * none.
     */
    public static void check(HttpServletRequest request, @Nullable Class<?> record) {
        Set<String> isMap = record == null
                ? Set.of()
                : components(record)
                        .filter(QueryStrings::isMap)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toUnmodifiableSet());
        Map<String, Boolean> isList = record == null
                ? Map.of()
                : components(record)
                        .filter(component -> !isMap(component))
                        .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, QueryStrings::isList));
        Set<String> known = isList.keySet();
        List<Fault> faults = new ArrayList<>();
        parameters(request).forEach((name, values) -> {
            if (key(name).isPresent() && isMap.contains(name.substring(0, name.indexOf('[')))) {
                return; // Each key is another parameter, and has several values.
            }
            Boolean several = isList.get(name);
            if (several == null) {
                String told =
                        known.isEmpty() ? "There are no parameters here." : "Known are: " + new TreeSet<>(known) + ".";
                faults.add(Fault.parameter(
                        name, FaultCode.UNKNOWN_PARAMETER, "There is no such query parameter. " + told));
            } else if (values.length > 1 && !several) {
                faults.add(
                        Fault.parameter(name, FaultCode.REPEATED_PARAMETER, "The query parameter may come only once."));
            }
        });
        if (!faults.isEmpty()) {
            throw Rejected.malformed(faults);
        }
    }

    /** The parameters that {@code record} knows, those of the records in it included. */
    public static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(part -> part.getType().isRecord() ? components(part.getType()) : Stream.of(part));
    }

    public static boolean isMap(RecordComponent component) {
        return component.getType() == Map.class;
    }

    /** Of {@code metadata[season]} the key, season. */
    private static Optional<String> key(String parameter) {
        Matcher keyed = KEYED.matcher(parameter);
        return keyed.matches() ? Optional.of(keyed.group(1)) : Optional.empty();
    }

    public static boolean isList(RecordComponent component) {
        return component.getType() == List.class;
    }

    /** Of a list the type of its values, of a map text, of anything else its own. */
    public static Class<?> valueType(RecordComponent component) {
        if (isMap(component)) {
            return String.class;
        }
        return isList(component)
                ? ResolvableType.forType(component.getGenericType())
                        .getGeneric(0)
                        .toClass()
                : component.getType();
    }

    /** Whether commas stand between values: no word of ours has one, but a text of others may. */
    public static boolean hasCommas(RecordComponent component) {
        return isList(component) && valueType(component) != String.class;
    }

    /** The record {@code type} with the values of {@code request}; null for what was not sent. */
    public static <T> T read(HttpServletRequest request, Class<T> type) {
        List<Fault> faults = new ArrayList<>();
        T values = read(request, type, faults);
        if (!faults.isEmpty()) {
            throw Rejected.malformed(faults);
        }
        return values;
    }

    private static <T> T read(HttpServletRequest request, Class<T> type, List<Fault> faults) {
        @Nullable
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getType().isRecord()
                        ? read(request, part.getType(), faults)
                        : value(part, request, faults))
                .toArray();
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static @Nullable Object value(RecordComponent part, HttpServletRequest request, List<Fault> faults) {
        Map<String, String[]> sent = parameters(request);
        if (isMap(part)) {
            return keyed(part, sent, faults);
        }
        return isList(part)
                ? values(part, part.getName(), sent, faults)
                : value(part, part.getName(), request.getParameter(part.getName()), faults);
    }

    private static Map<String, List<Object>> keyed(
            RecordComponent part, Map<String, String[]> sent, List<Fault> faults) {
        Map<String, List<Object>> found = new TreeMap<>();
        for (String name : sent.keySet()) {
            Optional<String> key = name.startsWith(part.getName() + '[') ? key(name) : Optional.empty();
            if (key.isEmpty()) {
                continue;
            }
            if (!key.get().matches(Metadata.NAME)) {
                faults.add(Fault.parameter(
                        part.getName(),
                        FaultCode.MALFORMED_PARAMETER,
                        "The brackets hold a name of 1 to 40 letters, digits, dots, dashes or underscores."));
                return Map.of();
            }
            found.put(key.get(), values(part, name, sent, faults));
        }
        if (found.size() > MAX_VALUES) {
            faults.add(Fault.parameter(
                    part.getName(), FaultCode.MALFORMED_PARAMETER, "There may be at most " + MAX_VALUES + " names."));
        }
        return found;
    }

    private static List<Object> values(
            RecordComponent component, String name, Map<String, String[]> all, List<Fault> faults) {
        String[] sent = all.getOrDefault(name, new String[0]);
        List<String> texts = Arrays.stream(sent)
                .flatMap(text -> hasCommas(component) ? Arrays.stream(text.split(",", -1)) : Stream.of(text))
                .distinct()
                .toList();
        if (texts.size() > MAX_VALUES) {
            faults.add(Fault.parameter(
                    name, FaultCode.MALFORMED_PARAMETER, "There may be at most " + MAX_VALUES + " values."));
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            Object value = value(component, name, text, faults);
            if (value == null) {
                return List.of(); // One fault of a parameter is enough.
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object value(
            RecordComponent component, String name, @Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        if (text.length() > MAX_LENGTH || !CleanValidator.isClean(text, true)) {
            faults.add(Fault.parameter(
                    name, FaultCode.MALFORMED_PARAMETER, "The value is too long or has control characters."));
            return null;
        }
        try {
            return Values.read(valueType(component), text);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.parameter(name, FaultCode.MALFORMED_PARAMETER, name + " must be " + e.getMessage() + "."));
            return null;
        }
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            // Tomcat's word for a query string with broken percent-encoding.
            Rejected no = Rejected.malformed(
                    Fault.parameter("", FaultCode.MALFORMED_PARAMETER, "The query string is not properly encoded."));
            no.initCause(e);
            throw no;
        }
    }
}
