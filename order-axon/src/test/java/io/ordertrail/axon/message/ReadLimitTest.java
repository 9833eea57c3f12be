package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.OfMany;
import io.ordertrail.axon.failure.DatabaseFault;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import io.ordertrail.axon.read.ReadDeadline;
import io.ordertrail.axon.read.ReadTurns;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReadLimitTest {

    private static final RequestContext CALLER = new RequestContext("anna", List.of(), "c-1", "t-1", null, null);
    private static final RequestContext WRITER =
            new RequestContext("anna", List.of(), "c-1", "t-1", new Idempotency("scope", "key", "hash"), null);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String FOR_EVER_ON_H2 =
            "select count(*) from system_range(1, 100000000000) where mod(x, 7) = 8";

    @Test
    void a_statement_ends_with_the_time_of_its_query_on_h2() throws Exception {
        assertLimited(new SingleConnectionDataSource("jdbc:h2:mem:", true), FOR_EVER_ON_H2);
    }

    @Test
    void a_statement_ends_with_the_time_of_its_query_on_postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            assertLimited(new SingleConnectionDataSource(connection, true), "select count(*) from pg_sleep(60)");
        }
    }

    private static void assertLimited(SingleConnectionDataSource database, String forEver) throws Exception {
        try {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            SimpleQueryBus queries = SimpleQueryBus.builder()
                    .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(database)))
                    .build();
            queries.registerHandlerInterceptor(new ReadLimit(database));
            queries.subscribe(
                    String.class.getName(),
                    Long.class,
                    query -> jdbc.queryForObject((String) query.getPayload(), Long.class));
            Dispatch dispatch = new Dispatch(SimpleCommandBus.builder().build(), queries);

            assertThatThrownBy(() -> dispatch.ask(forEver, CALLER, Long.class, SECOND))
                    .satisfies(failure ->
                            assertThat(DatabaseFault.isExhausted(failure)).isTrue());
            assertThat(dispatch.ask("select 7", CALLER, Long.class)).isEqualTo(7);
            try (Statement statement = database.getConnection().createStatement()) {
                // Who has the connection next has no limit.
                assertThat(statement.getQueryTimeout()).isZero();
            }
        } finally {
            database.destroy();
        }
    }

    @Test
    void API4_events_are_read_no_longer_than_their_query_may_take() {
        SimpleQueryBus queries = SimpleQueryBus.builder().build();
        queries.registerHandlerInterceptor(new ReadLimit(new SingleConnectionDataSource("jdbc:h2:mem:", true)));
        queries.subscribe(String.class.getName(), Long.class, query -> {
            long end = System.nanoTime() + SECOND.multipliedBy(10).toNanos();
            while (System.nanoTime() - end < 0) {
                ReadDeadline.check();
            }
            return 7L;
        });
        Dispatch dispatch = new Dispatch(SimpleCommandBus.builder().build(), queries);
        assertThatThrownBy(() -> dispatch.ask("all", CALLER, Long.class, SECOND))
                .satisfies(failure ->
                        assertThat(DatabaseFault.isExhausted(failure)).isTrue());
    }

    @Test
    void one_query_too_many_is_told_to_come_again_and_the_others_go_on() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SimpleQueryBus queries = SimpleQueryBus.builder().build();
        queries.subscribe(String.class.getName(), Long.class, query -> {
            if (query.getPayload().equals("placed")) {
                return 8L;
            }
            begun.countDown();
            end.await();
            return 7L;
        });
        Dispatch dispatch = new Dispatch(SimpleCommandBus.builder().build(), queries, turns(), turns());
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(() -> {
            return dispatch.ask("first", CALLER, Long.class);
        });
        assertThat(begun).satisfies(latch -> latch.await());

        assertThatThrownBy(() -> dispatch.ask("second", CALLER, Long.class)).isInstanceOf(Unavailable.class);
        assertThat(dispatch.ask("placed", WRITER, Long.class))
                .as("finding 2.2: who places an order does not queue with those who search")
                .isEqualTo(8);
        end.countDown();
        assertThat(first.join()).isEqualTo(7);
        assertThat(dispatch.ask("third", CALLER, Long.class)).isEqualTo(7);
    }

    @Test
    void finding_2_2_who_asks_for_one_thing_does_not_queue_with_those_who_search() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SimpleQueryBus queries = SimpleQueryBus.builder().build();
        queries.subscribe(Search.class.getName(), Long.class, query -> {
            begun.countDown();
            end.await();
            return 7L;
        });
        queries.subscribe(String.class.getName(), Long.class, query -> 8L);
        Dispatch dispatch = new Dispatch(SimpleCommandBus.builder().build(), queries, turns(), turns());
        CompletableFuture<Long> search =
                CompletableFuture.supplyAsync(() -> dispatch.ask(new Search(), CALLER, Long.class));
        assertThat(begun).satisfies(latch -> latch.await());

        assertThat(dispatch.ask("one thing", CALLER, Long.class)).isEqualTo(8);
        assertThatThrownBy(() -> dispatch.ask(new Search(), CALLER, Long.class)).isInstanceOf(Unavailable.class);
        end.countDown();
        assertThat(search.join()).isEqualTo(7);
    }

    private record Search() implements OfMany {}

    private static ReadTurns turns() {
        return new ReadTurns(1, Duration.ofMillis(50));
    }
}
