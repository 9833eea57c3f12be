package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RestOnPostgreSqlIT extends RestJourney {

    private final EmbeddedPostgres postgres = startPostgres();

    @Override
    List<String> settings() {
        return List.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void events_are_text_that_psql_shows_and_no_large_objects() {
        JdbcClient psql = JdbcClient.create(postgres.getPostgresDatabase());
        assertThat(psql.sql("select count(*) from pg_largeobject_metadata")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(psql.sql("select data_type from information_schema.columns where table_name = 'domain_event'"
                                + " and column_name in ('payload', 'metadata')")
                        .query(String.class)
                        .list())
                .containsExactly("character varying", "character varying");
        assertThat(psql.sql(
                                "select count(*) from domain_event where aggregate_type = 'order'"
                                        + " and payload::json ->> 'orderId' = aggregate_id and metadata::json ->> 'actor' is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(psql.sql("select count(*) from domain_event where aggregate_type = 'order'")
                        .query(Long.class)
                        .single());
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
