package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PageCompactionTest {

    private static final int TOKENS = 200;
    private static final int CHANGES = 200;
    private static final int ROUNDS = 15;
    private static final DataSize SMALL = DataSize.ofKilobytes(1);

    @TempDir
    Path folder;

    @Test
    void an_embedded_file_grew_with_every_commit_and_stays_near_what_is_live() throws Exception {
        long alone = whileWritten("alone", false);
        long kept = whileWritten("kept", true);

        assertThat(kept).isLessThan(alone / 2);
    }

    private long whileWritten(String name, boolean kept) throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve(name));
        try (StoreWriter writer = new StoreWriter();
                HikariDataSource target = pool(database)) {
            DataSource pool = new WrittenDataSource(target, writer);
            PageCompaction compaction = new PageCompaction(database, writer, SMALL);
            try (Connection connection = pool.getConnection()) {
                fill(connection);
            }
            if (kept) {
                compaction.start();
            }
            for (int round = 0; round < ROUNDS; round++) {
                try (Connection connection = pool.getConnection()) {
                    // Otherwise the test would last as long as H2 keeps what was replaced; each new connection says how
                    // long.
                    execute(connection, "set retention_time 0");
                    change(connection, round * CHANGES);
                }
                if (kept) {
                    compaction.compact();
                }
            }
            if (kept) {
                compaction.stop();
            }
            try (Connection connection = pool.getConnection()) {
                assertThat(sum(connection)).isEqualTo((long) ROUNDS * CHANGES);
            }
            return use(database).size().toBytes();
        }
    }

    private static HikariDataSource pool(EmbeddedDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static FileUse use(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            return FileUse.of(connection);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        execute(connection, "create table event (id int primary key, v int, filler varchar(1000))");
        execute(connection, "create table token (id int primary key, v int, filler varchar(1000))");
        execute(
                connection,
                "insert into token select \"X\", 0, repeat(random_uuid(), 20) from system_range(1, " + TOKENS + ")");
    }

    /** As a service does: a commit adds what stays as it is for ever, and changes what every commit changes. */
    private static void change(Connection connection, int from) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement event =
                        connection.prepareStatement("insert into event values (?, 1, repeat(random_uuid(), 5))");
                PreparedStatement token = connection.prepareStatement("update token set v = v + 1 where id = ?")) {
            for (int n = from; n < from + CHANGES; n++) {
                event.setInt(1, n);
                event.executeUpdate();
                token.setInt(1, 1 + n % TOKENS);
                token.executeUpdate();
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    private static long sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(v) from event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
