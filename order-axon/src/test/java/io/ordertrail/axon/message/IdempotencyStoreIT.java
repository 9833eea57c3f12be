package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.IdempotencyKeyReused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseRefusal.OnHold;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.axon.Probe;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import io.ordertrail.axon.personal.PersonalKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A repeated request is answered from its first answer, on both databases. */
class IdempotencyStoreIT {

    @Nested
    class OnH2 extends Rules {
        @Override
        ConfigurableApplicationContext start(Path dataDir) {
            return Probe.start(dataDir);
        }
    }

    @Nested
    class OnPostgreSql extends Rules {
        private static EmbeddedPostgres postgres;

        @BeforeAll
        static void startPostgres() throws IOException {
            postgres = EmbeddedPostgres.start();
        }

        @AfterAll
        static void stopPostgres() throws IOException {
            postgres.close();
        }

        @Override
        ConfigurableApplicationContext start(Path dataDir) {
            return Probe.start(dataDir, "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    abstract static class Rules {

        abstract ConfigurableApplicationContext start(Path dataDir);

        @Test
        void the_same_key_and_request_are_stored_once_and_answered_alike() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                Receipt first = send(probe, "order-a", "hello", key("k1", "hash"));
                Receipt second = send(probe, "order-a", "hello", key("k1", "hash"));
                assertThat(first.replayed()).isFalse();
                assertThat(second).isEqualTo(first.again());
                assertThat(events(probe, "order-a")).isEqualTo(1);
            }
        }

        @Test
        void another_request_with_the_same_key_is_refused() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                send(probe, "order-b", "hello", key("k2", "hash"));
                assertThatThrownBy(() -> send(probe, "order-b", "other", key("k2", "other hash")))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                no -> assertThat(no.refusal()).isEqualTo(new IdempotencyKeyReused("k2")));
                assertThat(events(probe, "order-b")).isEqualTo(1);
            }
        }

        @Test
        void a_refusal_is_told_again() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                OnHold no = new OnHold("fraud check");
                assertThatThrownBy(() -> send(probe, "order-c", "refuse", key("k3", "hash")))
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.refusal()).isEqualTo(no));
                assertThatThrownBy(() -> send(probe, "order-c", "refuse", key("k3", "hash")))
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.refusal()).isEqualTo(RefusedBefore.of(no)));
            }
        }

        /** The key of whom it is about is made with the order's first text. */
        @Test
        void what_a_kept_refusal_quotes_goes_with_whom_it_is_about() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                OnHold no = new OnHold("fraud check");
                for (int n = 0; n < 2; n++) {
                    assertThatThrownBy(() -> send(probe, "order-k", "refuse", key("k12", "hash")))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    e -> assertThat(e.refusal().detail()).isEqualTo(no.detail()));
                    assertThat(answer(probe, "k12")).startsWith("sealed:");
                }
                probe.getBean(PersonalKeys.class).destroy("order-k");
                assertThatThrownBy(() -> send(probe, "order-k", "refuse", key("k12", "hash")))
                        .as("decided on anew")
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.refusal()).isEqualTo(no));
            }
        }

        private static String answer(ConfigurableApplicationContext probe, String key) {
            return probe.getBean(JdbcClient.class)
                    .sql("select answer from idempotency_key where idem_key = ?")
                    .param(key)
                    .query(String.class)
                    .single();
        }

        /** Kept, it would be the answer for ever to somebody who only has to come again. */
        @Test
        void that_a_request_is_still_being_worked_on_is_not_kept_as_its_answer() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                assertThatThrownBy(() -> send(probe, "order-g", "busy", key("k7", "hash")))
                        .isInstanceOf(Refused.class);
                assertThat(keys(probe, "k7")).isZero();
            }
        }

        /**
         * It concerns no subject's rule, and yet is as final as one: the same request means as little the next time.
         */
        @Test
        void that_a_request_means_nothing_is_told_again() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> send(probe, "order-h", "nonsense", key("k8", "hash")))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    no -> assertThat(no.refusal().code()).isEqualTo("INVALID_REQUEST"));
                }
                assertThat(keys(probe, "k8")).isEqualTo(1);
            }
        }

        @Test
        void a_failure_is_forgotten_so_that_it_can_be_tried_again() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                assertThatThrownBy(() -> send(probe, "order-d", "fail", key("k4", "hash")))
                        .hasMessageContaining("as asked");
                assertThat(keys(probe, "k4")).isZero();
            }
        }

        @Test
        void identical_requests_at_once_are_stored_once_and_answered_alike() throws Exception {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                ExecutorService clients = Executors.newFixedThreadPool(16);
                List<Future<Receipt>> answers = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    answers.add(clients.submit(() -> send(probe, "order-e", "hello", key("k5", "hash"))));
                }
                for (Future<Receipt> answer : answers) {
                    assertThat(answer.get().again()).isEqualTo(new Receipt("order-e", 0, true));
                }
                clients.shutdown();
                assertThat(events(probe, "order-e")).isEqualTo(1);
            }
        }

        @Test
        void old_answers_are_forgotten() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                send(probe, "order-f", "hello", key("k6", "hash"));
                probe.getBean(IdempotencyStore.class).forgetBefore(Instant.now().minus(Duration.ofHours(1)));
                assertThat(keys(probe, "k6")).isEqualTo(1);
                probe.getBean(IdempotencyStore.class).forgetBefore(Instant.now().plus(Duration.ofHours(1)));
                assertThat(keys(probe, "k6")).isZero();
            }
        }

        /** Its id follows from the key alone, and an aggregate remembers it for ever. */
        @Test
        void finding_2_6_a_forgotten_key_is_not_taken_for_another_request() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                Receipt first = send(probe, "order-i", "hello", key("k9", "hash"));
                probe.getBean(IdempotencyStore.class).forgetBefore(Instant.now().plus(Duration.ofHours(1)));
                assertThatThrownBy(() -> send(probe, "order-i", "again", key("k9", "other hash")))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                no -> assertThat(no.refusal()).isEqualTo(new IdempotencyKeyReused("k9")));
                assertThat(keys(probe, "k9")).isZero();
                assertThat(send(probe, "order-i", "again", key("k9", "hash"))).isEqualTo(first.again());
                assertThat(send(probe, "order-i", "again", key("k10", "other hash")))
                        .isEqualTo(first.again());
            }
        }

        /** Who is given the role may ask again: a role is no part of the request. */
        @Test
        void finding_2_11_that_a_role_is_missing_is_not_kept() {
            try (ConfigurableApplicationContext probe = start(Probe.newDataDir())) {
                assertThatThrownBy(() -> send(probe, "order-j", "forbid", key("k11", "hash")))
                        .isInstanceOf(Refused.class);
                assertThat(keys(probe, "k11")).isZero();
            }
        }

        private static Idempotency key(String key, String hash) {
            return new Idempotency("anna POST /notes", key, hash);
        }

        private static Receipt send(
                ConfigurableApplicationContext probe, String orderId, String text, Idempotency idempotency) {
            return probe.getBean(Dispatch.class)
                    .send(
                            new AddNote(orderId, text, NoteVisibility.INTERNAL, Instant.EPOCH),
                            Probe.request(idempotency),
                            Receipt.class);
        }

        private static long events(ConfigurableApplicationContext probe, String orderId) {
            return probe.getBean(JdbcClient.class)
                    .sql("select count(*) from domain_event where aggregate_id = ?")
                    .param(orderId)
                    .query(Long.class)
                    .single();
        }

        private static long keys(ConfigurableApplicationContext probe, String key) {
            return probe.getBean(JdbcClient.class)
                    .sql("select count(*) from idempotency_key where idem_key = ?")
                    .param(key)
                    .query(Long.class)
                    .single();
        }
    }
}
