package io.ordertrail.axon.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of one side up to date. Each side has a history of its own, so that each may have its own database.
 */
public final class SchemaMigration {

    private static final String KEYS = "classpath:db/keys";

    private SchemaMigration() {}

    /**
     * Runs the scripts of {@code classpath:db/common} and {@code classpath:db/<history>} that did not run yet; those of
     * the write side have the tables of keys with them.
     *
     * @param history {@code write} or {@code read}; kept in table {@code flyway_<history>}
     * @throws org.flywaydb.core.api.FlywayException a script failed, or one that ran before was changed
     */
    public static void migrate(DataSource dataSource, String history) {
        String own = "classpath:db/" + history;
        if (history.equals("write")) {
            migrate(dataSource, history, "classpath:db/common", own, KEYS);
        } else {
            migrate(dataSource, history, "classpath:db/common", own);
        }
    }

    /** The tables of keys alone, in a database of their own. */
    public static void migrateKeys(DataSource dataSource) {
        migrate(dataSource, "keys", KEYS);
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
