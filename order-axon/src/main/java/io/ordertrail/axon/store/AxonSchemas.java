package io.ordertrail.axon.store;

import io.ordertrail.axon.message.MetaKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** What Axon's JDBC stores call their tables and columns: those of {@code db/common} and {@code db/write}. */
final class AxonSchemas {

    private AxonSchemas() {}

    static EventSchema events() {
        return EventSchema.builder()
                .eventTable("domain_event")
                .snapshotTable("snapshot_event")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("aggregate_type")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .trackedEventFields(AxonSchemas::withPosition)
                .build();
    }

    /**
     * The fields of an event as processors read it, with its position among its metadata. Its token does not tell it:
     * of an event that was committed after a later one, the token is that of the later one, so that two events would
     * have one position.
     */
    private static String withPosition(EventSchema schema) {
        String own = "'{\"" + MetaKeys.POSITION + "\":' || " + schema.globalIndexColumn() + " || case "
                + schema.metaDataColumn() + " when '{}' then '' else ',' end || substr(" + schema.metaDataColumn()
                + ", 2) as " + schema.metaDataColumn();
        return schema.globalIndexColumn() + ", "
                + schema.domainEventFields().replaceAll("\\b" + schema.metaDataColumn() + "\\b", own);
    }

    static TokenSchema tokens() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .build();
    }

    static DeadLetterSchema deadLetters() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_id")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    /**
     * Tells a taken (aggregate, sequence number) by its SQL state, class 23. Axon's own resolver goes by exception
     * class, which PostgreSQL's driver does not use: two writers of one order would end in a server error instead of a
     * retry.
     */
    static PersistenceExceptionResolver duplicates() {
        return exception -> {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith("23")) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Axon's own statement joins the two halves by "or", for which H2 reads the whole table, at every fetch. */
    static String eventsAfterWithGaps(EventSchema schema, int gaps) {
        String index = schema.globalIndexColumn();
        return "select %s from %s where %s in (%s) union all select * from (%s) as later order by %3$s"
                .formatted(
                        schema.trackedEventFields(),
                        schema.domainEventTable(),
                        index,
                        String.join(",", Collections.nCopies(gaps, "?")),
                        eventsAfter(schema));
    }

    /**
     * Axon's own statement reads so many positions, in which there may be no event at all, and then asks at each look
     * whether there is one further on.
     */
    private static String eventsAfter(EventSchema schema) {
        return "select %s from %s where %s > ? order by %3$s fetch first ? rows only"
                .formatted(schema.trackedEventFields(), schema.domainEventTable(), schema.globalIndexColumn());
    }

    /** The first {@code batchSize} events after {@code index}. */
    static PreparedStatement readEvents(Connection connection, EventSchema schema, long index, int batchSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(eventsAfter(schema));
        statement.setLong(1, index);
        statement.setInt(2, batchSize);
        return statement;
    }

    /** The same, and the events that were missing before {@code index}. */
    static PreparedStatement readEventsWithGaps(
            Connection connection, EventSchema schema, long index, int batchSize, List<Long> gaps) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(eventsAfterWithGaps(schema, gaps.size()));
        int parameter = 1;
        for (long gap : gaps) {
            statement.setLong(parameter++, gap);
        }
        statement.setLong(parameter++, index);
        statement.setInt(parameter, batchSize);
        return statement;
    }
}
