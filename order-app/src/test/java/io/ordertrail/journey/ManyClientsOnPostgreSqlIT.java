package io.ordertrail.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** With {@code -Dfaults=all} only; each time, it is looked at on H2. */
@EnabledIfSystemProperty(named = "faults", matches = "all")
class ManyClientsOnPostgreSqlIT extends ManyClients {

    private final EmbeddedPostgres postgres;

    ManyClientsOnPostgreSqlIT() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Override
    List<String> database() {
        return List.of("spring.datasource.url=" + url());
    }

    @Override
    List<String> verification(Path dataDir) {
        return List.of("--jdbc-url", url(), "--user", "postgres");
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
