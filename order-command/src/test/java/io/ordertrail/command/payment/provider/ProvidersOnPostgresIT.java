package io.ordertrail.command.payment.provider;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everything here is a race between transactions, which two databases settle in two ways. */
@DirtiesContext
class ProvidersOnPostgresIT extends ProvidersScenario {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        // It stops with the process, after the connections that the context still has.
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }
}
