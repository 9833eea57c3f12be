package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FileCompactionTest {

    private static final int ROWS = 2000;
    private static final int CHANGES = 4000;
    private static final DataSize ALL = DataSize.ofGigabytes(1);

    @TempDir
    Path folder;

    @Test
    void a_stop_leaves_a_file_of_what_is_live_and_all_of_that() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        FileCompaction compaction = new FileCompaction(database, ALL);
        long before;
        long sum;
        try (Connection connection = database.open()) {
            fill(connection);
            change(connection);
            sum = sum(connection);
            before = size();
            compaction.start();
        }
        compaction.stop();
        compaction.close();

        assertThat(size()).isLessThan(before / 4);
        try (Connection connection = database.open()) {
            assertThat(sum(connection)).isEqualTo(sum);
            assertThat(size()).isLessThan(before / 4);
        }
    }

    @Test
    void more_than_may_be_copied_is_left_as_it_is() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        FileCompaction compaction = new FileCompaction(database, DataSize.ofKilobytes(1));
        try (Connection connection = database.open()) {
            fill(connection);
            change(connection);
            compaction.start();
        }
        compaction.stop();
        compaction.close();

        try (Connection connection = database.open()) {
            assertThat(sum(connection)).isGreaterThan(CHANGES);
        }
    }

    @Test
    void a_file_that_was_being_written_when_the_process_was_killed_is_no_loss() throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        long sum;
        try (Connection connection = database.open()) {
            fill(connection);
            sum = sum(connection);
        }
        Path half = Files.write(folder.resolve("ordertrail.mv.db.tempFile"), new byte[100_000]);

        try (Connection connection = database.open()) {
            assertThat(sum(connection)).isEqualTo(sum);
        }
        assertThat(half).doesNotExist();
    }

    private static void fill(Connection connection) throws SQLException {
        // Every commit is a write, as in a service.
        execute(connection, "set write_delay 0");
        execute(connection, "create table sample (id int primary key, v bigint, filler varchar(1000))");
        execute(
                connection,
                "insert into sample select \"X\", 1, repeat(random_uuid(), 20) from system_range(1, " + ROWS + ")");
    }

    /** A commit a row, as a service makes them, here and there. */
    private static void change(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update sample set v = v + 1 where id = ?")) {
            for (int n = 0; n < CHANGES; n++) {
                statement.setInt(1, 1 + n * 7919 % ROWS);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private static long sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(v) from sample")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("ordertrail.mv.db"));
    }
}
