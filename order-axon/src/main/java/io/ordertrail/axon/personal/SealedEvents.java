package io.ordertrail.axon.personal;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of the database that hold what was encrypted with some keys. It reads all of them, page by page. */
final class SealedEvents {

    private static final Pattern SEALED = Pattern.compile(PersonalCipher.MARK + "[A-Za-z0-9_-]+");
    private static final int PAGE = 5_000;
    private static final int NAMED = 10;

    private final JdbcClient jdbc;

    /** @param jdbc of the database of the events */
    SealedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long position, String stream, String payload) {}

    /** How many they are, and in which streams; the first of these by their ids. */
    String with(Set<String> keys) {
        Predicate<Row> sealed = row -> keysIn(row.payload()).anyMatch(keys::contains);
        long events = 0;
        Set<String> streams = new TreeSet<>();
        List<Row> page = page(-1);
        while (!page.isEmpty()) {
            List<Row> found = page.stream().filter(sealed).toList();
            events += found.size();
            found.forEach(row -> streams.add(row.stream()));
            page = page(page.get(page.size() - 1).position());
        }
        return events + (events == 1 ? " event" : " events") + " in " + streams.size()
                + (streams.size() == 1 ? " stream: " : " streams: ")
                + streams.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (streams.size() > NAMED ? ", …" : "");
    }

    private static Stream<String> keysIn(String payload) {
        return SEALED.matcher(payload).results().flatMap(found -> {
            try {
                return Stream.of(PersonalCipher.Sealed.read(found.group()).key());
            } catch (IllegalArgumentException | BufferUnderflowException e) {
                // Somebody wrote such a word.
                return Stream.empty();
            }
        });
    }

    private List<Row> page(long after) {
        return jdbc.sql("select global_index, aggregate_id, payload from domain_event"
                        + " where global_index > ? and payload like '%" + PersonalCipher.MARK + "%'"
                        + " order by global_index limit " + PAGE)
                .param(after)
                .query((row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }
}
