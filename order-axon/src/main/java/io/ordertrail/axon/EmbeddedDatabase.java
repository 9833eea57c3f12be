package io.ordertrail.axon;

import java.nio.file.Path;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The H2 file in the data folder, used unless {@code spring.datasource.url} names another database. With H2's default write
 * delay a killed process loses commits that were acknowledged (docs/adr/0004-h2-with-write-delay-0.md).
 */
record EmbeddedDatabase(Path dataDir) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("ordertrail")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
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
