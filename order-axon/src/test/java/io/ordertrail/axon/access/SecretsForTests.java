package io.ordertrail.axon.access;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secrets of a service, for the tests of other packages. */
public final class SecretsForTests {

    private SecretsForTests() {}

    /** Of a service of its own. */
    public static ServiceSecrets inMemory() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table service_secret (name varchar(100) primary key, secret varchar(64))")
                .update();
        return new ServiceSecrets(jdbc);
    }
}
