package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.database.SchemaMigration;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AxonSchemasTest {

    private static final List<Long> GAPS = List.of(3L, 5L);

    private final EventSchema schema = AxonSchemas.events();
    private final DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void eventsFromOneToThousandWithoutTheFifth() {
        SchemaMigration.migrate(database, "write");
        jdbc.batchUpdate(
                "insert into domain_event (global_index, event_id, aggregate_id, sequence_number, recorded_at, payload_type,"
                        + " payload, metadata) values (?, ?, 'order-1', ?, '', '', '', '')",
                LongStream.rangeClosed(1, 1000)
                        .filter(position -> position != 5)
                        .mapToObj(position -> new Object[] {position, "e" + position, position})
                        .toList());
        jdbc.execute("analyze");
    }

    @Test
    void a_fetch_over_gaps_reads_what_was_missing_and_what_is_new_in_order() {
        assertThat(indexes(connection -> AxonSchemas.readEventsWithGaps(connection, schema, 10, 5, GAPS)))
                .containsExactly(3L, 11L, 12L, 13L, 14L, 15L);
    }

    /** The token of an event that was committed late is that of an event after it. */
    @Test
    void every_event_is_told_where_it_stands_itself() {
        jdbc.update("update domain_event set metadata = '{}' where global_index = 3");
        jdbc.update("update domain_event set metadata = '{\"actor\":\"anna\"}' where global_index = 11");
        List<String> metadata = jdbc.execute((ConnectionCallback<List<String>>) connection -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement statement = AxonSchemas.readEventsWithGaps(connection, schema, 10, 1, GAPS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString("metadata"));
                }
            }
            return found;
        });
        assertThat(metadata).containsExactly("{\"position\":3}", "{\"position\":11,\"actor\":\"anna\"}");
    }

    /**
     * It took half a second of 200 orders/s, and more with every event: while commands overtake each other there are
     * gaps.
     */
    @Test
    void a_fetch_over_gaps_does_not_read_the_whole_store() {
        assertThat(rowsRead(AxonSchemas.eventsAfterWithGaps(schema, 2), 3, 5, 10, 5))
                .isLessThan(20);
        assertThat(rowsRead(axonsOwn(), 10, 15, 3, 5))
                .as("by Axon's own statement")
                .isGreaterThan(900);
    }

    private String axonsOwn() {
        return jdbc.execute((ConnectionCallback<String>) connection -> {
            try (PreparedStatement statement =
                    JdbcEventStorageEngineStatements.readEventDataWithGaps(connection, schema, 10, 5, GAPS)) {
                String text = statement.toString();
                return text.substring(text.indexOf("SELECT"), text.indexOf(" {"));
            }
        });
    }

    /** As H2 counted them while it ran the statement. */
    private long rowsRead(String sql, Object... parameters) {
        String plan = String.join("\n", jdbc.queryForList("explain analyze " + sql, String.class, parameters));
        return Pattern.compile("scanCount: (\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    private List<Long> indexes(ConnectionCallback<PreparedStatement> query) {
        return jdbc.execute((ConnectionCallback<List<Long>>) connection -> {
            List<Long> found = new ArrayList<>();
            try (PreparedStatement statement = query.doInConnection(connection);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong("global_index"));
                }
            }
            return found;
        });
    }
}
