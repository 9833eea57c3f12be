package io.ordertrail.api.personal;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is left of personal data when its person is forgotten. */
public final class Erased {

    /** What stands where a text was. */
    public static final String TEXT = "[erased]";

    private Erased() {}

    /**
     * {@code value} with {@link #TEXT} for each text that is {@link PersonalData}, in its records, lists and maps
     * however deep; {@code value} itself if it has none.
     */
    @SuppressWarnings("unchecked") // a record is made again of its own class, and what is no record is of an interface
    public static <T> T in(T value) {
        if (value instanceof Record one) {
            return (T) inRecord(one);
        }
        if (value instanceof List<?> list) {
            return (T) inList(list);
        }
        return value instanceof Map<?, ?> map ? (T) inMap(map) : value;
    }

    private static Record inRecord(Record before) {
        RecordComponent[] components = before.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean same = true;
        try {
            for (int n = 0; n < components.length; n++) {
                components[n].getAccessor().setAccessible(true);
                Object value = components[n].getAccessor().invoke(before);
                values[n] = of(components[n], value);
                same &= values[n] == value;
            }
            return same ? before : constructor(before.getClass(), components).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot erase what is personal in " + before.getClass(), e);
        }
    }

    private static @Nullable Object of(RecordComponent component, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return component.getAccessor().isAnnotationPresent(PersonalData.class) ? TEXT : in(value);
    }

    private static Constructor<? extends Record> constructor(Class<? extends Record> type, RecordComponent[] components)
            throws NoSuchMethodException {
        Constructor<? extends Record> canonical = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        return canonical;
    }

    private static List<?> inList(List<?> before) {
        List<@Nullable Object> after = new ArrayList<>(before.size());
        boolean same = true;
        for (Object value : before) {
            Object left = value == null ? null : in(value);
            after.add(left);
            same &= left == value;
        }
        return same ? before : Collections.unmodifiableList(after);
    }

    private static Map<?, ?> inMap(Map<?, ?> before) {
        Map<Object, Object> after = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<?, ?> entry : before.entrySet()) {
            Object left = in(entry.getValue());
            after.put(entry.getKey(), left);
            same &= left == entry.getValue();
        }
        if (same) {
            return before;
        }
        return before instanceof SortedMap<?, ?>
                ? Collections.unmodifiableSortedMap(new TreeMap<>(after))
                : Collections.unmodifiableMap(after);
    }
}
