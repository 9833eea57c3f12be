package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RepeatableWorkTest {

    @Test
    void postgresql_does_not_wait_for_the_disk_and_does_again_afterwards_on_the_same_connection() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
            JdbcTransactionManager platform = new JdbcTransactionManager(database);
            JdbcTemplate jdbc = new JdbcTemplate(database);
            TransactionManager repeatable = new RepeatableWork(
                            platform, new At(server.getJdbcUrl("postgres", "postgres")), database)
                    .transactions();

            Transaction transaction = repeatable.startTransaction();
            assertThat(isWaitedFor(jdbc)).isEqualTo("off");
            assertThat(RepeatableWork.isPresent()).isTrue();
            transaction.commit();
            assertThat(isWaitedFor(jdbc)).isEqualTo("on");
            assertThat(RepeatableWork.isPresent()).isFalse();

            Transaction failed = repeatable.startTransaction();
            failed.rollback();
            assertThat(isWaitedFor(jdbc)).isEqualTo("on");
            database.destroy();
        }
    }

    private static String isWaitedFor(JdbcTemplate jdbc) {
        return jdbc.queryForObject("show synchronous_commit", String.class);
    }

    private record At(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
