package io.ordertrail.command.verification;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.message.MetaKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * One look at every event, in the order of the store; keeps a counter an aggregate and a fingerprint an event and
 * command.
 */
public final class EventScan implements Consumer<EventMessage<?>> {

    private final Tally readable = new Tally("I2", "Every stored event can be read");
    private final Tally gapless = new Tally("I2", "Per aggregate, sequence numbers are 0..n-1 without gap");
    private final Tally unique = new Tally("I2", "Event ids are unique");
    private final Tally once = new Tally("I1", "No command with an idempotency key took effect twice");

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, Counter> counters = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final FingerprintTable eventIds = new FingerprintTable();
    private final FingerprintTable commands = new FingerprintTable();
    private final List<EventCheck> eventChecks;

    EventScan(List<EventCheck> eventChecks) {
        this.eventChecks = eventChecks;
    }

    /** Where a stream stands. */
    private static final class Counter {

        final int number;
        long next;

        /** Of the last event: idempotency key and command, 0 without a key. */
        long request;

        long causation;

        Counter(int number) {
            this.number = number;
        }
    }

    @Override
    public void accept(EventMessage<?> event) {
        String aggregate = event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : "(none)";
        Counter counter = counters.computeIfAbsent(aggregate, this::counter);
        long sequence = event instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : counter.next;

        gapless.look();
        if (sequence != counter.next) {
            gapless.breach("%s: %d instead of %d".formatted(aggregate, sequence, counter.next));
        }
        counter.next = event.getMetaData().containsKey(MetaKeys.CONTINUED) ? sequence : sequence + 1;

        unique.look();
        if (!eventIds.add(fingerprint.of(event.getIdentifier()), counter.number, sequence)) {
            unique.breach(
                    "%s: event %d has the id of another, %s".formatted(aggregate, sequence, event.getIdentifier()));
        }
        read(event, aggregate, sequence, counter);
    }

    /** A payload or metadata that cannot be read may fail in any manner; none of them may end the verification. */
    private void read(EventMessage<?> event, String aggregate, long sequence, Counter counter) {
        readable.look();
        Object payload;
        MetaData metaData;
        try {
            payload = event.getPayload();
            metaData = event.getMetaData();
        } catch (RuntimeException e) {
            readable.breach("%s: event %d: %s".formatted(aggregate, sequence, e));
            return;
        }
        if (payload == null || !payload.getClass().isAnnotationPresent(Named.class)) {
            readable.breach("%s: event %d is no known event".formatted(aggregate, sequence));
        } else {
            eventChecks.forEach(each -> each.see(event, payload));
        }
        attribute(metaData, aggregate, sequence, counter);
    }

    private void attribute(MetaData metaData, String aggregate, long sequence, Counter counter) {
        Object scope = metaData.get(MetaKeys.IDEMPOTENCY_SCOPE);
        Object key = metaData.get(MetaKeys.IDEMPOTENCY_KEY);
        if (scope == null || key == null) {
            counter.request = 0;
            return;
        }
        long request = fingerprint.of(scope.toString(), key.toString());
        long causation = fingerprint.of(String.valueOf(metaData.get(MetaKeys.CAUSATION_ID)));
        if (request == counter.request && causation == counter.causation) {
            commands.moveTo(request, sequence);
            return;
        }
        counter.request = request;
        counter.causation = causation;
        once.look();
        if (!commands.add(request, counter.number, sequence)) {
            once.breach("%s / %s: event %d of %s, and before that event %d of %s"
                    .formatted(
                            scope,
                            key,
                            sequence,
                            aggregate,
                            commands.sequence(request),
                            names.get(commands.stream(request))));
        }
    }

    private Counter counter(String aggregate) {
        names.add(aggregate);
        return new Counter(names.size() - 1);
    }

    boolean hasStream(String aggregate) {
        return counters.containsKey(aggregate);
    }

    /** Where the events of a request end: null where there are none. */
    @Nullable
    End endOf(String scope, String key) {
        long request = fingerprint.of(scope, key);
        return commands.contains(request)
                ? new End(names.get(commands.stream(request)), commands.sequence(request))
                : null;
    }

    /** The last event of a command. */
    record End(String aggregate, long sequence) {}

    void stopped(RuntimeException reason) {
        readable.breach(String.valueOf(reason.getMessage()));
    }

    Stream<Check> checks() {
        return Stream.of(once, gapless, unique, readable).map(Tally::check);
    }
}
