package io.ordertrail.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReallyGoneOnPostgreSqlIT extends ReallyGone {

    private final Path cluster = InProcess.newDataDir();
    private final EmbeddedPostgres postgres;

    ReallyGoneOnPostgreSqlIT() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster.resolve("cluster"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Override
    List<String> settings() {
        return List.of(
                "spring.datasource.url=" + url(),
                "ordertrail.data-dir=" + dataDir,
                "ordertrail.personal-data.log-access=true");
    }

    @Override
    List<String> verification() {
        return List.of("--jdbc-url", url(), "--user", "postgres");
    }

    /** The write-ahead log has the views' rows of before; PostgreSQL itself takes its files away in time. */
    @Override
    List<Path> files() throws IOException {
        JdbcClient psql = JdbcClient.create(postgres.getPostgresDatabase());
        psql.sql("vacuum full").update();
        psql.sql("checkpoint").update();
        return Stream.concat(all(dataDir).stream(), all(cluster).stream())
                .filter(file -> !file.toString().contains("pg_wal"))
                .toList();
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
