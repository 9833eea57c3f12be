package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseTest {

    private static final TimeZone HERE = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void here() {
        TimeZone.setDefault(HERE);
    }

    /** A refund that was refused in that hour was asked for again at once, and again, until the hour was over. */
    @Test
    void what_is_due_in_the_hour_that_comes_twice_is_not_due_an_hour_before() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        Instant first = Instant.parse("2026-04-04T13:40:00Z");
        Instant second = first.plusSeconds(3600);
        SingleConnectionDataSource one =
                new SingleConnectionDataSource(new EmbeddedDatabase(folder).getJdbcUrl(), "sa", "", false);
        try {
            JdbcClient jdbc = JdbcClient.create(one);
            jdbc.sql("create table step (due_at timestamp with time zone)").update();
            jdbc.sql("insert into step values (?)")
                    .param(Timestamp.from(second))
                    .update();
            assertThat(jdbc.sql("select count(*) from step where due_at <= ?")
                            .param(Timestamp.from(first))
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select due_at from step")
                            .query((row, n) -> row.getTimestamp(1).toInstant())
                            .single())
                    .isEqualTo(second);
        } finally {
            one.destroy();
        }
    }
}
