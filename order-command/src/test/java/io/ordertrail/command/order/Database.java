package io.ordertrail.command.order;

import io.ordertrail.axon.database.SchemaMigration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The write side's tables in memory, made once and emptied for each test. */
public final class Database {

    public static final DataSource SOURCE = new DriverManagerDataSource(
            "jdbc:h2:mem:order-command;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");

    static {
        SchemaMigration.migrate(SOURCE, "write");
    }

    private Database() {}

    public static JdbcClient empty() {
        JdbcClient jdbc = JdbcClient.create(SOURCE);
        for (String table : new String[] {"claimed_name", "idempotency_key"}) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("alter sequence order_number_seq restart with 1").update();
        return jdbc;
    }
}
