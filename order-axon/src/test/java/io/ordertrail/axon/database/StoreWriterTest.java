package io.ordertrail.axon.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a kill leaves in the file is told by a copy of it, made while it is being written to. */
class StoreWriterTest {

    private static final int THREADS = 4;
    private static final int TABLES = 30;
    private static final int COPIES = 20;

    /** Rows of which the tables say different things. */
    private static final String TORN = "select count(*) from (select id from ("
            + IntStream.range(0, TABLES)
                    .mapToObj(n -> "select id, v from t" + n)
                    .collect(joining(" union all "))
            + ") group by id having min(v) <> max(v))";

    @TempDir
    Path folder;

    private final StoreWriter writer = new StoreWriter();
    private HikariDataSource pool;
    private DataSource database;

    @BeforeEach
    void open() {
        pool = pool();
        database = new WrittenDataSource(pool, writer);
        create(database);
    }

    @AfterEach
    void close() {
        pool.close();
        writer.close();
    }

    @Test
    void a_kill_left_one_half_of_a_transaction_of_those_that_committed_together() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int n = 0; n < THREADS; n++) {
            int id = n;
            insert(database, id);
            writers.add(threads.submit(() -> {
                int changes = 0;
                while (!ended.get()) {
                    change(database, id, ++changes);
                }
                return changes;
            }));
        }
        for (int n = 0; n < COPIES; n++) {
            Path copy = copy("torn" + n);
            assertThat(number(copy, TORN)).as("copy " + n).isZero();
            Files.delete(file(copy));
        }
        ended.set(true);
        for (Future<Integer> each : writers) {
            assertThat(each.get()).isGreaterThan(COPIES);
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_commit_is_in_the_file_when_it_returns() throws Exception {
        insert(database, 1);
        assertThat(count(copy("committed"))).isOne();
        new JdbcTemplate(database).update("insert into t0 (id) values (2)");
        assertThat(count(copy("alone"))).isEqualTo(2);
    }

    @Test
    void repeatable_work_is_written_with_what_comes_after_it() throws Exception {
        // No longer later, but never by itself.
        writer.close();
        insertRepeatably();
        assertThat(count(copy("not yet"))).isZero();
        insert(database, 2);
        assertThat(count(copy("both"))).isEqualTo(2);
    }

    @Test
    void repeatable_work_is_written_soon_although_nothing_comes_after_it() throws Exception {
        insertRepeatably();
        AtomicInteger copies = new AtomicInteger();
        await().untilAsserted(() ->
                assertThat(count(copy("soon" + copies.incrementAndGet()))).isOne());
    }

    @Test
    void a_commit_fails_when_the_database_is_closed_before_it_is_written() throws Exception {
        try (Connection connection = database.getConnection()) {
            StoreWriter.storeOf(connection).closeImmediately();
        }
        assertThatThrownBy(writer::write).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    }

    private void insertRepeatably() {
        Transaction repeatable = new RepeatableWork(
                        new JdbcTransactionManager(database), new EmbeddedDatabase(folder), database)
                .transactions()
                .startTransaction();
        new JdbcTemplate(database).update("insert into t0 (id) values (1)");
        repeatable.commit();
    }

    private HikariDataSource pool() {
        EmbeddedDatabase database = new EmbeddedDatabase(folder);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(THREADS + 1);
        return new HikariDataSource(config);
    }

    private static void create(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        IntStream.range(0, TABLES)
                .forEach(n -> jdbc.execute("create table t" + n + " (id int primary key, v int default 0)"));
    }

    private static void insert(DataSource database, int id) throws SQLException {
        inAll(database, "insert into %s (v, id) values (?, ?)", id, 0);
    }

    private static void change(DataSource database, int id, int v) throws SQLException {
        inAll(database, "update %s set v = ? where id = ?", id, v);
    }

    private static void inAll(DataSource database, String sql, int id, int v) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int table = 0; table < TABLES; table++) {
                try (PreparedStatement change = connection.prepareStatement(sql.formatted("t" + table))) {
                    change.setInt(1, v);
                    change.setInt(2, id);
                    change.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("ordertrail.mv.db");
    }

    private Path copy(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name));
        Files.copy(file(folder), file(copy));
        return copy;
    }

    private static long count(Path copy) throws SQLException {
        return number(copy, "select count(*) from t0");
    }

    private static long number(Path copy, String sql) throws SQLException {
        EmbeddedDatabase database = new EmbeddedDatabase(copy);
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
