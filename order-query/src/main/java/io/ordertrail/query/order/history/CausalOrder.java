package io.ordertrail.query.order.history;

import io.ordertrail.axon.message.MetaKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Sorts events of several streams by when they were recorded, but each after the one before it in its stream and after
 * the one that it follows from, however far the clocks of nodes are apart.
 */
public final class CausalOrder {

    private static final Comparator<DomainEventMessage<?>> RECORDED_FIRST =
            Comparator.<DomainEventMessage<?>, Instant>comparing(DomainEventMessage::getTimestamp)
                    .thenComparing(DomainEventMessage::getAggregateIdentifier)
                    .thenComparing(DomainEventMessage::getSequenceNumber);

    private final Map<String, List<DomainEventMessage<?>>> followers = new HashMap<>();
    private final Map<String, Integer> awaited = new HashMap<>();

    private CausalOrder() {}

    /** @param streams the events of one stream each, in its order */
    public static List<DomainEventMessage<?>> of(Collection<List<DomainEventMessage<?>>> streams) {
        return new CausalOrder().sorted(streams);
    }

    private List<DomainEventMessage<?>> sorted(Collection<List<DomainEventMessage<?>>> streams) {
        Set<String> known = new HashSet<>();
        streams.forEach(stream -> stream.forEach(event -> known.add(event.getIdentifier())));
        PriorityQueue<DomainEventMessage<?>> ready = new PriorityQueue<>(RECORDED_FIRST);
        for (List<DomainEventMessage<?>> stream : streams) {
            for (int i = 0; i < stream.size(); i++) {
                Set<String> before = new HashSet<>();
                if (i > 0) {
                    before.add(stream.get(i - 1).getIdentifier());
                }
                if (stream.get(i).getMetaData().get(MetaKeys.CAUSING_EVENT) instanceof String cause
                        && known.contains(cause)) {
                    before.add(cause);
                }
                await(stream.get(i), before, ready);
            }
        }
        List<DomainEventMessage<?>> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            DomainEventMessage<?> next = ready.remove();
            sorted.add(next);
            for (DomainEventMessage<?> follower : followers.getOrDefault(next.getIdentifier(), List.of())) {
                if (awaited.merge(follower.getIdentifier(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return sorted;
    }

    private void await(DomainEventMessage<?> event, Set<String> before, PriorityQueue<DomainEventMessage<?>> ready) {
        if (before.isEmpty()) {
            ready.add(event);
            return;
        }
        awaited.put(event.getIdentifier(), before.size());
        before.forEach(
                each -> followers.computeIfAbsent(each, id -> new ArrayList<>()).add(event));
    }
}
