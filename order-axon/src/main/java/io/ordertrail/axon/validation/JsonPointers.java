package io.ordertrail.axon.validation;

import io.ordertrail.api.constraint.InBody;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** Turns the places of a message into JSON Pointers (RFC 6901) into the body of the request that becomes it. */
final class JsonPointers {

    /** Of {@link #order}. */
    static final Comparator<int[]> ORDER = Arrays::compare;

    private static final String MAP_KEY = "<map key>";

    private JsonPointers() {}

    /** A name that is at fault itself has no place of its own: the map has it. */
    static String of(Class<?> root, Path path) {
        StringBuilder pointer = new StringBuilder();
        ResolvableType at = ResolvableType.forClass(root);
        for (Path.Node node : path) {
            if (MAP_KEY.equals(node.getName())) {
                break;
            }
            if (node.isInIterable()) {
                append(pointer, String.valueOf(node.getIndex() == null ? node.getKey() : node.getIndex()));
                at = element(at);
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                RecordComponent component = component(at.toClass(), node.getName());
                append(pointer, name(component));
                at = ResolvableType.forType(component.getGenericType());
            }
        }
        return pointer.toString();
    }

    /** Where {@code pointer} stands among others: in the order of the fields, and what contains others after them. */
    static int[] order(Class<?> root, String pointer) {
        String[] names =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        int[] order = new int[names.length + 1];
        Arrays.fill(order, Integer.MAX_VALUE);
        @Nullable ResolvableType at = ResolvableType.forClass(root);
        for (int i = 0; i < names.length && at != null; i++) {
            Class<?> type = at.toClass();
            if (List.class.isAssignableFrom(type)) {
                order[i] = Integer.parseInt(names[i]);
                at = element(at);
            } else if (Map.class.isAssignableFrom(type)) {
                order[i] = 0;
                at = null;
            } else {
                order[i] = indexOf(type, names[i]);
                at = order[i] == Integer.MAX_VALUE
                        ? null
                        : ResolvableType.forType(type.getRecordComponents()[order[i]].getGenericType());
            }
        }
        return order;
    }

    private static int indexOf(Class<?> type, String name) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        for (int i = 0; i < components.length; i++) {
            String own = name(components[i]);
            if (own.equals(name) || own.isEmpty() && indexOf(components[i].getType(), name) < Integer.MAX_VALUE) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(RecordComponent component) {
        InBody elsewhere = component.getAnnotation(InBody.class);
        return elsewhere == null ? component.getName() : elsewhere.value();
    }

    private static ResolvableType element(ResolvableType container) {
        ResolvableType[] types = container.getGenerics();
        return types[types.length - 1];
    }

    private static void append(StringBuilder pointer, String name) {
        if (!name.isEmpty()) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
    }
}
