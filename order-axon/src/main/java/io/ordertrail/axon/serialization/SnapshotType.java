package io.ordertrail.axon.serialization;

import io.ordertrail.api.message.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The state of a {@code Snapshotted} aggregate, declared as a bean. Its revision is raised with every change of its
 * shape; a snapshot of any other revision is left unread, and the aggregate loads from its events instead.
 *
 * @param type a record with a {@link Named}, such as {@code account.snapshot}
 */
public record SnapshotType(Class<?> type) {

    /** @throws IllegalArgumentException it could not be stored under a name of ours, or not be read back */
    public SnapshotType {
        if (!type.isRecord() || !type.isAnnotationPresent(Named.class)) {
            throw new IllegalArgumentException(type + " must be a record with a @Named");
        }
    }

    private String name() {
        return type.getAnnotation(Named.class).value();
    }

    /** @throws IllegalStateException two types of one name */
    static Map<String, Class<?>> beside(Map<String, Class<?>> contract, Stream<SnapshotType> snapshots) {
        Map<String, Class<?>> all = new HashMap<>(contract);
        snapshots.forEach(snapshot -> {
            if (all.putIfAbsent(snapshot.name(), snapshot.type) != null) {
                throw new IllegalStateException("Two types are called " + snapshot.name());
            }
        });
        return all;
    }
}
