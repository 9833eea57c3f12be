package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.axon.failure.DatabaseFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseWatchTest {

    @TempDir
    Path folder;

    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void an_embedded_database_that_was_closed_ends_the_process() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        DatabaseWatch watch = new DatabaseWatch(database, ends::incrementAndGet);
        watch.look();
        assertThat(watch.isThere()).isTrue();

        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
        watch.look();

        assertThat(watch.isThere()).isFalse();
        assertThat(ends).hasValue(1);
        watch.stop();
    }

    @Test
    void a_server_that_is_away_for_the_moment_is_waited_for() {
        Server server = new Server();
        DatabaseWatch watch = new DatabaseWatch(server, ends::incrementAndGet);
        watch.look();
        assertThat(watch.isThere()).isFalse();

        server.url = "jdbc:h2:mem:watched";
        watch.look();
        assertThat(watch.isThere()).isTrue();
        assertThat(ends).hasValue(0);
        watch.stop();
    }

    @Test
    void a_database_that_is_away_is_told_from_one_that_says_no() {
        assertThat(DatabaseFault.isAway(
                        new IllegalStateException(new SQLTransientConnectionException("no connection"))))
                .isTrue();
        assertThat(DatabaseFault.isAway(new SQLException("terminating connection", "57P01")))
                .isTrue();
        assertThat(DatabaseFault.isAway(new SQLException("closed", "90098", 90098)))
                .isTrue();
        assertThat(DatabaseFault.isAway(new SQLException("there is one already", "23505")))
                .isFalse();
        assertThat(DatabaseFault.isAway(new IllegalStateException())).isFalse();
    }

    @Test
    void a_database_that_has_too_much_to_do_is_told_from_one_that_says_no() throws SQLException {
        assertThat(DatabaseFault.isExhausted(new IllegalStateException(
                        new CannotCreateTransactionException("no connection", new SQLException("timed out")))))
                .isTrue();
        assertThat(DatabaseFault.isExhausted(new SQLException("canceling statement", "57014")))
                .isTrue();
        assertThat(DatabaseFault.isExhausted(new SQLException("too many clients", "53300")))
                .isTrue();
        assertThat(DatabaseFault.isExhausted(new DuplicateKeyException("there is one already")))
                .isFalse();
        assertThat(DatabaseFault.isExhausted(new SQLException("syntax", "42601")))
                .isFalse();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() ->
                            statement.execute("select count(*) from system_range(1, 100000000000) where mod(x, 7) = 8"))
                    .satisfies(failure ->
                            assertThat(DatabaseFault.isExhausted(failure)).isTrue());
        }
    }

    private static final class Server implements JdbcConnectionDetails {

        private String url = "jdbc:h2:mem:watched;IFEXISTS=TRUE";

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "u";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
