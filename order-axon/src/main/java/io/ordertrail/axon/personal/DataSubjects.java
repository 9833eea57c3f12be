package io.ordertrail.axon.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.personal.DataSubject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose the personal data in a message is. */
final class DataSubjects {

    /** So many things whose first event need not be read again: it never changes. */
    private static final int REMEMBERED = 10_000;

    private static final ClassValue<Optional<Name>> NAMES = new ClassValue<>() {
        @Override
        protected Optional<Name> computeValue(Class<?> type) {
            return type.isRecord() ? nameIn(type) : Optional.empty();
        }
    };

    private final Function<String, Optional<Object>> firstEvents;
    private final Cache<String, String> owners =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param firstEvents the first event of a stream, by the stream's id */
    DataSubjects(Function<String, Optional<Object>> firstEvents) {
        this.firstEvents = firstEvents;
    }

    /** How a type names its subject. */
    private record Name(Method accessor, boolean byOwner) {

        String read(Object message) {
            try {
                return (String) accessor.invoke(message);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read whose " + message.getClass() + " is", e);
            }
        }
    }

    /** Its own accessors come first: an order's first event names the customer, the others the order. */
    private static Optional<Name> nameIn(Class<?> type) {
        return methods(type)
                .filter(method -> method.isAnnotationPresent(DataSubject.class))
                .map(method ->
                        new Name(method, method.getAnnotation(DataSubject.class).byOwner()))
                .findFirst();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()),
                Arrays.stream(type.getInterfaces()).flatMap(DataSubjects::methods));
    }

    static boolean named(Class<?> type) {
        return NAMES.get(type).isPresent();
    }

    static boolean isByOwner(Object message) {
        return name(message).byOwner();
    }

    private static Name name(Object message) {
        return NAMES.get(message.getClass()).orElseThrow();
    }

    /** The customer; of a thing that is nobody's, such as a stock item, its own id. */
    String of(Object message) {
        Name name = name(message);
        String id = name.read(message);
        return name.byOwner() ? ownerOf(id) : id;
    }

    /** {@code event} is about to be the first one of the stream {@code id}. */
    void begins(String id, Object event) {
        if (named(event.getClass()) && !isByOwner(event)) {
            owners.put(id, of(event));
        }
    }

    /** Whose the thing {@code id} is; its own id if it is nobody's. */
    String ownerOf(String id) {
        String known = owners.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Optional<String> found = firstEvents
                .apply(id)
                .filter(first -> named(first.getClass()))
                .filter(first -> !name(first).read(first).equals(id))
                .map(this::of);
        found.ifPresent(owner -> owners.put(id, owner));
        return found.orElse(id);
    }
}
