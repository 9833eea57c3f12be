package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requires of a resource that it is, at each moment of its life, the fold of what counted then: by version, by when it
 * was recorded and by when it happened. What counted is worked out here from the stored events.
 */
record EachMoment(Shop shop, JdbcClient jdbc) {

    /** They name who or what an event is about, but events of one of them do not follow from each other. */
    private static final Set<String> INDEPENDENT = Set.of("lineId", "customerId", "ownerId");

    /** The numbers of a resource as its events make them, by another hand than the service's own fold. */
    interface Numbers {
        void apply(String type, JsonNode event);

        /** All of them. */
        @Override
        String toString();
    }

    /** @param since from when on it is effective */
    private record Event(Instant recordedAt, Instant since, String type, JsonNode data) {}

    /**
     * @param stream id of the events of what is at {@code path}
     * @param empty numbers before the first event
     * @param shown the numbers that an answer shows, as text
     */
    void require(String path, String stream, Supplier<Numbers> empty, Function<JsonNode, String> shown) {
        List<Event> events = events(stream);
        List<JsonNode> versions = new ArrayList<>();
        for (int version = 0; version < events.size(); version++) {
            versions.add(shop.get(path + "?version=" + version).expect(200).body());
            assertThat(shown.apply(versions.get(version)))
                    .as(path + " at version " + version)
                    .isEqualTo(numbers(empty, events.subList(0, version + 1)));
        }
        JsonNode last = versions.get(versions.size() - 1);
        assertThat(shop.get(path).expect(200).body()).as(path).isEqualTo(last);
        requireWhatWasKnown(path, events, versions);
        requireWhatWasTrue(path, events, versions, empty, shown);
        assertThat(shop.get(path + "?effectiveAt=9999-01-01T00:00:00Z")
                        .expect(200)
                        .body())
                .as(path)
                .isEqualTo(last);
    }

    private void requireWhatWasKnown(String path, List<Event> events, List<JsonNode> versions) {
        for (Instant moment : each(events, Event::recordedAt)) {
            int known = 0;
            // Several may have been stored in one instant.
            while (known < events.size() && !events.get(known).recordedAt().isAfter(moment)) {
                known++;
            }
            assertThat(shop.get(path + "?asOf=" + moment).expect(200).body())
                    .as(path + " as of " + moment)
                    .isEqualTo(versions.get(known - 1));
        }
        shop.get(path + "?asOf=" + events.get(0).recordedAt().minusNanos(1000)).expect(404);
    }

    private void requireWhatWasTrue(
            String path,
            List<Event> events,
            List<JsonNode> versions,
            Supplier<Numbers> empty,
            Function<JsonNode, String> shown) {
        for (Instant moment : each(events, Event::since)) {
            List<Event> happened = events.stream()
                    .filter(event -> !event.since().isAfter(moment))
                    .toList();
            JsonNode then =
                    shop.get(path + "?effectiveAt=" + moment).expect(200).body();
            String what = path + " effective at " + moment;
            assertThat(shown.apply(then)).as(what).isEqualTo(numbers(empty, happened));
            if (happened.equals(events.subList(0, happened.size()))) {
                assertThat(then).as(what).isEqualTo(versions.get(happened.size() - 1));
            }
        }
        shop.get(path + "?effectiveAt=" + events.get(0).since().minusNanos(1000))
                .expect(404);
    }

    private static SortedSet<Instant> each(List<Event> events, Function<Event, Instant> time) {
        SortedSet<Instant> times = new TreeSet<>();
        events.forEach(event -> times.add(time.apply(event)));
        return times;
    }

    private static String numbers(Supplier<Numbers> empty, List<Event> events) {
        Numbers numbers = empty.get();
        events.forEach(event -> numbers.apply(event.type(), event.data()));
        return numbers.toString();
    }

    private List<Event> events(String stream) {
        Map<String, Instant> latest = new HashMap<>();
        return jdbc.sql("select recorded_at, payload_type, payload from domain_event where aggregate_id = ?"
                        + " order by sequence_number")
                .param(stream)
                .query((row, n) -> {
                    JsonNode data = JsonMapper.shared().readTree(row.getString(3));
                    return new Event(
                            Instant.parse(row.getString(1)), since(data, stream, latest), row.getString(2), data);
                })
                .list();
    }

    /** When it happened, but not before the first event, nor before an earlier one of the same part. */
    private static Instant since(JsonNode data, String stream, Map<String, Instant> latest) {
        Instant since = Instant.parse(data.at("/at").asString());
        List<String> parts = new ArrayList<>(List.of("the first"));
        data.properties().forEach(field -> {
            if (field.getKey().endsWith("Id")
                    && field.getValue().isString()
                    && !INDEPENDENT.contains(field.getKey())
                    && !field.getValue().asString().equals(stream)) {
                parts.add(field.getValue().asString());
            }
        });
        for (String part : parts) {
            Instant before = latest.get(part);
            since = before != null && before.isAfter(since) ? before : since;
        }
        Instant found = since;
        latest.putIfAbsent("the first", found);
        parts.stream().skip(1).forEach(part -> latest.put(part, found));
        return found;
    }
}
