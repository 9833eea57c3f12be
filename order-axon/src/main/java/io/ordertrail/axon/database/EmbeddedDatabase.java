package io.ordertrail.axon.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The H2 file in the data folder, used unless {@code spring.datasource.url} names another database. {@link StoreWriter}
 * writes it. The URL says no {@code WRITE_DELAY}: each new connection would take the writing back.
 */
public record EmbeddedDatabase(Path dataDir) implements JdbcConnectionDetails {

    /**
     * What a commit has replaced is overwritten so much later, and not before. By default that is 45 s, in which H2
     * trusts that the disk has what replaced it; {@link PageCompaction} sees to that more often.
     */
    private static final Duration RETENTION = Duration.ofSeconds(5);

    /**
     * Bytes. Each commit writes every page that it changes, of each table and index: a fourth of the default means half
     * the writing.
     */
    private static final int PAGE = 4096;

    /** Statements of a connection that are not parsed and planned again. H2 would keep 8, and an order needs 60. */
    private static final int STATEMENTS = 128;

    /** A connection beside those of the pool. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("ordertrail")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                // Else a moment of the hour that comes twice, when clocks go back, may be stored as that of an hour
                // before.
                + ";TIME ZONE=UTC"
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;PAGE_SIZE=" + PAGE
                + ";QUERY_CACHE_SIZE=" + STATEMENTS + ";RETENTION_TIME=" + RETENTION.toMillis();
    }

    @Override
    public String getUsername() {
        return "ordertrail";
    }

    @Override
    public String getPassword() {
        return "";
    }
}
