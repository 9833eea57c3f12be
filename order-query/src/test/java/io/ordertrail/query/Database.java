package io.ordertrail.query;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every test runs on. Each call makes a new one, which survives restarts of what uses it. */
public enum Database {
    H2 {
        @Override
        public List<String> fresh() {
            try {
                return List.of("--ordertrail.data-dir=" + Files.createTempDirectory(Path.of("target"), "data-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRES {
        @Override
        public List<String> fresh() {
            String name = "test_" + Server.COUNT.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return List.of(
                    "--spring.datasource.url=" + Server.RUNNING.getJdbcUrl("postgres", name),
                    "--spring.datasource.username=postgres");
        }
    };

    /** Command line arguments that lead to a new, empty database. */
    public abstract List<String> fresh();

    private static final class Server {

        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
