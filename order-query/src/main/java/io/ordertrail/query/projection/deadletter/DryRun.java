package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.axon.deadletter.StoredPayload;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.table.UnreadableRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** What a retry of a dead letter would do: the retry itself, in a transaction that is rolled back. */
public final class DryRun {

    private final Recovery recovery;
    private final TransactionOperations apart;
    private final RowDifference differences;
    private final Serializer serializer;

    /**
     * @param apart runs its action in a transaction of its own
     * @param serializer with which the store reads
     */
    public DryRun(Recovery recovery, TransactionOperations apart, RowDifference differences, Serializer serializer) {
        this.recovery = recovery;
        this.apart = apart;
        this.differences = differences;
        this.serializer = serializer;
    }

    /** A row as it is read; null if there is none, or it cannot be read. */
    private record Seen(boolean readable, @Nullable Object row) {}

    public DeadLetterInspection of(Parked parked) {
        return Objects.requireNonNull(apart.execute(status -> {
            status.setRollbackOnly();
            return of(parked, recovery.model(parked.letter()));
        }));
    }

    private <R> DeadLetterInspection of(Parked parked, ReadModel<R> model) {
        List<EventMessage<?>> waiting = recovery.waiting(model, parked);
        Set<String> keys = keys(model, parked, waiting);
        Map<String, Seen> before = seen(model, keys);
        DeadLetterRetry retry = recovery.retry(parked.letter(), TransactionOperations.withoutTransaction());
        Map<String, Seen> after = seen(model, keys);
        List<Row> rows = before.entrySet().stream()
                .map(each -> differences.of(
                        each.getKey(),
                        each.getValue().readable,
                        each.getValue().row,
                        Objects.requireNonNull(after.get(each.getKey())).row))
                .toList();
        return new DeadLetterInspection(
                parked.letter(),
                waiting.stream()
                        .findFirst()
                        .map(event -> StoredPayload.of(event, serializer))
                        .orElse(null),
                rows,
                retry);
    }

    private static Set<String> keys(ReadModel<?> model, Parked parked, List<EventMessage<?>> waiting) {
        return model.isOfOneStream()
                ? Set.of(parked.sequence())
                : new LinkedHashSet<>(
                        waiting.stream().flatMap(event -> keys(model, event)).toList());
    }

    private static Stream<String> keys(ReadModel<?> model, EventMessage<?> event) {
        try {
            Collection<String> keys = model.keys(event);
            return keys.stream();
        } catch (RuntimeException unreadable) {
            // Then a retry does not get so far as to change a row.
            return Stream.empty();
        }
    }

    private static <R> Map<String, Seen> seen(ReadModel<R> model, Set<String> keys) {
        Map<String, Seen> rows = new LinkedHashMap<>();
        keys.forEach(key -> rows.put(key, seen(model, key)));
        return rows;
    }

    private static <R> Seen seen(ReadModel<R> model, String key) {
        try {
            return new Seen(true, model.load(Set.of(key)).get(key));
        } catch (UnreadableRow e) {
            return new Seen(false, null);
        }
    }
}
