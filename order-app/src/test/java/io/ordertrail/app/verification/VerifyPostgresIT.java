package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.OrderApp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;

class VerifyPostgresIT {

    @Test
    void a_postgresql_database_is_read_in_transactions_that_cannot_write() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            assertThat(verify(url)).as("before the service made its tables").isEqualTo(2);
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    var tables = statement.executeQuery("select 1 from pg_tables where schemaname = 'public'")) {
                assertThat(tables.next()).isFalse();
            }

            new SpringApplicationBuilder(OrderApp.class)
                    .web(WebApplicationType.NONE)
                    .run("--spring.datasource.url=" + url)
                    .close();
            assertThat(verify(url)).isZero();

            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into claimed_name values ('number', '2026-000001', 'nobody')");
            }
            assertThat(verify(url)).isEqualTo(1);
        }
    }

    private static int verify(String url) {
        return new CommandLine(new Verify(OrderApp.class)).execute("--jdbc-url", url);
    }
}
