package io.ordertrail.query.reading;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * From when on each event of one stream is effective: from its business time, but not before the first event of the
 * stream, nor before an earlier one about the same payment, parcel, return or order. So what is true at a moment never
 * has an effect without its cause, whichever clock told of it. To be asked for every event, in the order of the stream.
 */
final class EffectiveTimes {

    /** They name who or what an event is about, but events of one of them do not follow from each other. */
    private static final Set<String> INDEPENDENT = Set.of("lineId", "customerId", "ownerId");

    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(EffectiveTimes::isPart)
                            .map(RecordComponent::getAccessor)
                            .toList()
                    : List.of();
        }
    };

    private final String stream;
    private final Map<String, Instant> latest = new HashMap<>();
    private @Nullable Instant first;

    /** @param stream its id, which each of its events may name */
    EffectiveTimes(String stream) {
        this.stream = stream;
    }

    /** @throws RuntimeException the payload cannot be read, or is no {@link DatedEvent} */
    Instant next(DomainEventMessage<?> message) {
        DatedEvent event = UnknownEvents.known(message, DatedEvent.class);
        List<String> parts = parts(event).toList();
        Instant time = Stream.concat(Stream.of(event.at()), parts.stream().map(latest::get))
                .filter(Objects::nonNull)
                .reduce(first == null ? Instant.MIN : first, (one, other) -> one.isAfter(other) ? one : other);
        first = first == null ? time : first;
        parts.forEach(part -> latest.put(part, time));
        return time;
    }

    private Stream<String> parts(DatedEvent event) {
        return PARTS.get(event.getClass()).stream()
                .map(accessor -> ReflectionUtils.invokeMethod(accessor, event))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(id -> !id.equals(stream));
    }

    private static boolean isPart(RecordComponent component) {
        return component.getType() == String.class
                && component.getName().endsWith("Id")
                && !INDEPENDENT.contains(component.getName());
    }
}
