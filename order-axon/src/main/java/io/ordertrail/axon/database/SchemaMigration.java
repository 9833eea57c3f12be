package io.ordertrail.axon.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of one side up to date. Each side has a history of its own, so that each may have its own database.
 */
public final class SchemaMigration {

    private SchemaMigration() {}

    /**
     * Runs the scripts of {@code classpath:db/common} and {@code classpath:db/<history>} that did not run yet.
     *
     * @param history {@code write} or {@code read}; kept in table {@code flyway_<history>}
     * @throws org.flywaydb.core.api.FlywayException a script failed, or one that ran before was changed
     */
    public static void migrate(DataSource dataSource, String history) {
        migrate(dataSource, history, "classpath:db/common", "classpath:db/" + history);
    }

    /** The same of {@code classpath:db/keys} alone. */
    public static void migrateKeys(DataSource dataSource) {
        migrate(dataSource, "keys", "classpath:db/keys");
    }

    private static void migrate(DataSource dataSource, String history, String... locations) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(locations)
                .table("flyway_" + history)
                // The other side may have been here first.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Each subject counts its own scripts: one of a low number may come after one of a high number.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
