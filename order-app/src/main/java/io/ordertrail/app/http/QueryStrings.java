package io.ordertrail.app.http;

import io.ordertrail.app.http.Problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** Reads query parameters into a record that is marked {@link QueryString}. */
final class QueryStrings {

    private static final int MAX_LENGTH = 1000;

    private QueryStrings() {}

    /** Refuses every parameter that {@code known} does not name, and every one that comes twice. */
    static void check(HttpServletRequest request, Set<String> known) {
        List<Fault> faults = new ArrayList<>();
        parameters(request).forEach((name, values) -> {
            if (!known.contains(name)) {
                String told = known.isEmpty() ? "There are none here." : "Known are: " + new TreeSet<>(known) + ".";
                faults.add(Fault.parameter(name, "UNKNOWN_PARAMETER", "There is no such query parameter. " + told));
            } else if (values.length > 1) {
                faults.add(Fault.parameter(name, "REPEATED_PARAMETER", "The query parameter may come only once."));
            }
        });
        if (!faults.isEmpty()) {
            throw Rejected.malformed(faults);
        }
    }

    /** The parameters that {@code record} knows, those of the records in it included. */
    static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(part -> part.getType().isRecord() ? components(part.getType()) : Stream.of(part));
    }

    static Set<String> names(Class<?> record) {
        return components(record).map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** The record {@code type} with the values of {@code request}; null for what was not sent. */
    static <T> T read(HttpServletRequest request, Class<T> type) {
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
                        : value(part, request.getParameter(part.getName()), faults))
                .toArray();
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static @Nullable Object value(RecordComponent component, @Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        String name = component.getName();
        if (text.length() > MAX_LENGTH || !Texts.isClean(text)) {
            faults.add(
                    Fault.parameter(name, "MALFORMED_PARAMETER", "The value is too long or has control characters."));
            return null;
        }
        try {
            return Values.read(component.getType(), text);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.parameter(name, "MALFORMED_PARAMETER", name + " must be " + e.getMessage() + "."));
            return null;
        }
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            // Tomcat's word for a query string with broken percent-encoding.
            Rejected no = Rejected.malformed(
                    Fault.parameter("", "MALFORMED_PARAMETER", "The query string is not properly encoded."));
            no.initCause(e);
            throw no;
        }
    }
}
