package io.ordertrail.axon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The positions of the event processors, from their tokens in the database. The position that a processor has in memory
 * may be ahead of it (docs/reference/axon-pitfalls.md, 53). Axon's own token store cannot read a token without claiming
 * it, nor change that of another process.
 */
public final class StoredTokens {

    private static final String SELECT = "select processor_name, segment, token, token_type from token_entry";

    private final JdbcClient jdbc;
    private final Serializer serializer;

    StoredTokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** Of all segments of all processors. */
    public List<Stored> all() {
        return jdbc.sql(SELECT).query(this::stored).list();
    }

    /** Of all segments of one processor; none before it was started for the first time. */
    public List<Stored> of(String processor) {
        return jdbc.sql(SELECT + " where processor_name = ?")
                .param(processor)
                .query(this::stored)
                .list();
    }

    /** Where {@code processor} stands: its segment that is the least far. Empty before it was started at all. */
    public OptionalLong position(String processor) {
        return of(processor).stream().mapToLong(Stored::position).min();
    }

    /** What all segments of {@code processor} have processed. */
    public ProcessedPositions processed(String processor) {
        return of(processor).stream()
                .map(stored -> ProcessedPositions.of(stored.token()))
                .reduce(ProcessedPositions::and)
                .orElse(ProcessedPositions.NONE);
    }

    /**
     * Waits until no batch of {@code processor} is under way, and lets none begin before the present transaction ends:
     * a batch begins by storing its token.
     */
    public void lock(String processor) {
        jdbc.sql("select segment from token_entry where processor_name = ? for update")
                .param(processor)
                .query(Integer.class)
                .list();
    }

    /** Reads one segment, and lets nobody change it before the present transaction ends; empty if there is none. */
    public Optional<Stored> lock(String processor, int segment) {
        return jdbc.sql(SELECT + " where processor_name = ? and segment = ? for update")
                .params(processor, segment)
                .query(this::stored)
                .optional();
    }

    /** Makes {@code processor}, which has one segment, go on behind {@code token}. Whoever has claimed it loses it. */
    public void put(String processor, @Nullable TrackingToken token) {
        put(processor, 0, token);
    }

    /** The same of one of several segments. */
    public void put(String processor, int segment, @Nullable TrackingToken token) {
        SerializedObject<byte[]> stored = token == null ? null : serializer.serialize(token, byte[].class);
        byte[] data = stored == null ? null : stored.getData();
        String type = stored == null ? null : stored.getType().getName();
        int updated = jdbc.sql("update token_entry set token = ?, token_type = ?, owner = null, claimed_at = null"
                        + " where processor_name = ? and segment = ?")
                .param(data)
                .param(type)
                .param(processor)
                .param(segment)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into token_entry (processor_name, segment, token, token_type) values (?, ?, ?, ?)")
                    .param(processor)
                    .param(segment)
                    .param(data)
                    .param(type)
                    .update();
        }
    }

    /** Deletes what is known of {@code processor}. */
    public void delete(String processor) {
        jdbc.sql("delete from token_entry where processor_name = ?")
                .param(processor)
                .update();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getString(1), row.getInt(2), read(row));
    }

    /** What columns {@code token} and {@code token_type} hold; null where there is none, and before the first event. */
    public @Nullable TrackingToken read(ResultSet row) throws SQLException {
        byte[] token = row.getBytes("token");
        return token == null
                ? null
                : WrappedToken.unwrapLowerBound(serializer.<byte[], TrackingToken>deserialize(
                        new SimpleSerializedObject<>(token, byte[].class, row.getString("token_type"), null)));
    }

    /** Whether all events up to {@code last} are processed, including those that were committed late. */
    public boolean covers(Stored stored, long last) {
        return stored.position() >= last && !(stored.token() instanceof GapAwareTrackingToken token && misses(token));
    }

    /** A gap without an event belongs to a transaction that was rolled back. */
    private boolean misses(GapAwareTrackingToken token) {
        return token.hasGaps()
                && jdbc.sql("select count(*) from domain_event where global_index in (:gaps)")
                                .param("gaps", token.getGaps())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** @param token during a replay, the position of the replay */
    public record Stored(
            String processor, int segment, @Nullable TrackingToken token) {

        /** Of the last event processed; -1 is before the first. */
        public long position() {
            return TokenPosition.of(token);
        }
    }
}
