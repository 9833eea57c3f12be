package io.ordertrail.benchmarks.machine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new database, on which each commit is on the disk before it is acknowledged; gone at the end. */
public final class Store implements AutoCloseable {

    private static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;

    private Store(Path folder, @Nullable EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** In files of this folder. */
    public static Store h2(Path folder) {
        return new Store(folder, null);
    }

    /**
     * A server of its own.
     *
     * @param folder of which nothing is used
     */
    public static Store postgreSql(Path folder) throws IOException {
        return new Store(
                folder,
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        // It counts statements, {@link Cost}; that takes no time that could be seen in the figures.
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .start());
    }

    /** As it stands beside each figure. */
    public String durability() {
        return postgres == null ? "H2, each commit in the file" : "PostgreSQL, fsync on";
    }

    @Override
    public String toString() {
        return durability();
    }

    /** A new one of the same kind. */
    public Store another(String name) throws IOException {
        Path other = Files.createDirectories(folder.resolve(name));
        return postgres == null ? h2(other) : postgreSql(other);
    }

    public boolean isPostgreSql() {
        return postgres != null;
    }

    /** Of a service that keeps everything here. */
    public List<String> settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("ordertrail.data-dir=" + folder);
        if (postgres != null) {
            settings.add("spring.datasource.url=" + url());
            settings.add("spring.datasource.username=postgres");
        }
        return settings;
    }

    /** Of the service's database; an H2 file can be opened only while no service runs. */
    public String url() {
        return postgres == null
                ? "jdbc:h2:file:" + folder.resolve("ordertrail") + H2 + ";CACHE_SIZE=1000000"
                : postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Of a database of the same kind for what is compared with the service. */
    String plainUrl() {
        return postgres == null ? "jdbc:h2:file:" + folder.resolve("plain") + H2 + ";WRITE_DELAY=0" : url();
    }

    /** How the command line of verify names it. */
    public List<String> verification() {
        return postgres == null
                ? List.of("--data-dir", folder.toString())
                : List.of("--jdbc-url", url(), "--user", user());
    }

    public String user() {
        return postgres == null ? "ordertrail" : "postgres";
    }

    /** How large the service's database is on the disk. */
    public long bytes() throws IOException, SQLException {
        if (postgres != null) {
            return count("select pg_database_size(current_database())");
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    bytes += file.getFileName().toString().startsWith("ordertrail") ? Files.size(file) : 0;
                } catch (NoSuchFileException e) {
                    // A temporary file that has gone since.
                }
            }
        }
        return bytes;
    }

    /** What was ever written for the service: by its process, or into the write-ahead log. */
    public long writtenBytes(Service service) throws IOException, SQLException {
        return postgres == null
                ? service.use().writtenBytes()
                : count("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    /** The number that {@code sql} answers on PostgreSQL. */
    public long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), user(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
