package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.query.projection.generation.TableNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sequences that projections could not process, a row each, however many events wait. To park one more event of a
 * sequence and to process its waiting events both change its row: one waits for the other, and no event is lost between
 * them.
 */
public final class ParkedTable {

    static final int MOST = 500;

    private static final String COLUMNS = "parked_id, projection, sequence_id, event_id, event_type, first_position,"
            + " last_position, events, error, parked_at, tried_at";

    private static final String LIVE =
            " and exists (select 1 from view_generation g where g.projection = parked_sequence.projection"
                    + " and g.generation = parked_sequence.generation and g.state = 'LIVE')";

    private static final String FILTERED = " from parked_sequence where projection = coalesce(cast(? as varchar),"
            + " projection) and error = coalesce(cast(? as varchar), error) and event_type = coalesce(cast(? as"
            + " varchar), event_type) and sequence_id = coalesce(cast(? as varchar), sequence_id)" + LIVE;

    private final JdbcClient jdbc;
    private final RetryPatience patience;
    private final Clock clock;

    public ParkedTable(JdbcClient jdbc, RetryPatience patience, Clock clock) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.clock = clock;
    }

    /** Those of the sequences of {@code events} that are parked, by projection, in the generation of {@code names}. */
    public Map<String, Set<String>> among(Collection<EventMessage<?>> events, TableNames names) {
        Map<String, Set<String>> parked = new HashMap<>();
        jdbc.sql("select projection, sequence_id, generation from parked_sequence where sequence_id in (:sequences)")
                .param("sequences", events.stream().map(WaitingEvents::sequence).collect(Collectors.toSet()))
                .query(row -> {
                    String projection = row.getString(1);
                    if (names.has(projection) && names.generation(projection) == row.getInt(3)) {
                        parked.computeIfAbsent(projection, name -> new HashSet<>())
                                .add(row.getString(2));
                    }
                });
        return parked;
    }

    void park(String projection, int generation, String sequence, WaitingEvents waiting, ProjectionError error) {
        OffsetDateTime now = now();
        jdbc.sql("insert into parked_sequence (" + COLUMNS
                        + ", generation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id(projection, generation, sequence),
                        projection,
                        sequence,
                        waiting.eventId(),
                        waiting.eventType(),
                        waiting.firstPosition(),
                        waiting.lastPosition(),
                        waiting.events(),
                        error.name(),
                        now,
                        now,
                        generation)
                .update();
    }

    /** Lets more events of a parked sequence wait; false if it is no longer parked. */
    boolean parkBehind(String projection, int generation, String sequence, WaitingEvents more) {
        return jdbc.sql("update parked_sequence set events = events + ?, last_position = ?"
                                + " where projection = ? and generation = ? and sequence_id = ?")
                        .params(more.events(), more.lastPosition(), projection, generation, sequence)
                        .update()
                > 0;
    }

    public Optional<Parked> find(String id) {
        return find(id, "");
    }

    /** As {@link #find}, and keeps everybody else away until the present transaction ends. */
    public Optional<Parked> lock(String id) {
        return find(id, " for update");
    }

    private Optional<Parked> find(String id, String locked) {
        return jdbc.sql("select " + COLUMNS + " from parked_sequence where parked_id = ?" + LIVE + locked)
                .param(id)
                .query((row, n) -> ParkedRow.read(row, patience))
                .optional();
    }

    private static List<@Nullable String> values(DeadLetterFilter wanted) {
        return Arrays.asList(wanted.place(), wanted.error(), wanted.eventType(), wanted.subject());
    }

    /** The longest parked first, at most {@link #MOST}. */
    public List<DeadLetter> list(DeadLetterFilter wanted) {
        return letters(FILTERED + " order by parked_at, parked_id", values(wanted));
    }

    /** Those that were parked after {@code time}: those first that were not tried for longest. */
    List<DeadLetter> parkedAfter(Instant time) {
        String after = " from parked_sequence where parked_at > ?" + LIVE + " order by tried_at, parked_id";
        return letters(after, List.of(time.atOffset(ZoneOffset.UTC)));
    }

    private List<DeadLetter> letters(String clauses, List<?> values) {
        return jdbc
                .sql("select " + COLUMNS + clauses + " fetch first " + MOST + " rows only")
                .params(values)
                .query((row, n) -> ParkedRow.read(row, patience))
                .list()
                .stream()
                .map(Parked::letter)
                .toList();
    }

    /** The same in groups, the largest first, at most {@link #MOST}. */
    public List<Group> groups(DeadLetterFilter wanted) {
        return ParkedGroups.of(jdbc, FILTERED, values(wanted));
    }

    /** How much agrees with {@code wanted}. */
    public ParkedCount count(DeadLetterFilter wanted) {
        return jdbc.sql("select count(*), coalesce(sum(events), 0)" + FILTERED)
                .params(values(wanted))
                .query((row, n) -> new ParkedCount(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The number of parked events of each projection that has any. */
    public Map<String, ParkedCount> counts() {
        Map<String, ParkedCount> counts = new HashMap<>();
        jdbc.sql("select projection, count(*), sum(events) from parked_sequence where 1 = 1" + LIVE
                        + " group by projection")
                .query(row -> {
                    counts.put(row.getString(1), new ParkedCount(row.getLong(2), row.getLong(3)));
                });
        return counts;
    }

    /** Records that {@code taken} events of a sequence were processed, and why the next one failed, if it did. */
    void go(String id, WaitingEvents next, long taken, @Nullable ProjectionError error) {
        jdbc.sql("update parked_sequence set event_id = ?, event_type = ?, first_position = ?, events = events - ?,"
                        + " error = coalesce(cast(? as varchar), error), tried_at = ? where parked_id = ?")
                .param(next.eventId())
                .param(next.eventType())
                .param(next.firstPosition())
                .param(taken)
                .param(error == null ? null : error.name())
                .param(now())
                .param(id)
                .update();
    }

    /** Records that a sequence was tried, and why it failed. */
    void fail(String id, ProjectionError error) {
        jdbc.sql("update parked_sequence set error = ?, tried_at = ? where parked_id = ?")
                .params(error.name(), now(), id)
                .update();
    }

    /** Notes that {@code letter} is tried now; false if it was tried since it was read. */
    boolean claim(DeadLetter letter) {
        return jdbc.sql("update parked_sequence set tried_at = ? where parked_id = ? and tried_at = ?")
                        .params(now(), letter.id(), letter.triedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void delete(String id) {
        jdbc.sql("delete from parked_sequence where parked_id = ?").param(id).update();
    }

    /** The same sequence always has the same id, because it has the same cause when it is parked again. */
    private static String id(String projection, int generation, String sequence) {
        return UUID.nameUUIDFromBytes(
                        (projection + '\n' + generation + '\n' + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
