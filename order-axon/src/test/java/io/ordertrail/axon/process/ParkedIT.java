package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.axon.Probe;
import io.ordertrail.axon.process.parked.Parked;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** An event that processes cannot take in stops its own subject only, on both databases. */
class ParkedIT {

    @Nested
    class OnH2 extends Rules {
        @Override
        ProcessProbe start() {
            return ProcessProbe.start(Probe.newDataDir());
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
        ProcessProbe start() {
            return ProcessProbe.start(
                    Probe.newDataDir(), "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    abstract static class Rules {

        private final String bad = "order-bad-" + System.nanoTime();
        private final String good = "order-good-" + System.nanoTime();
        private ProcessProbe probe;
        private ProcessProbe.Ear ear;

        abstract ProcessProbe start();

        @BeforeEach
        void open() {
            probe = start();
            ear = probe.context.getBean(ProcessProbe.Ear.class);
        }

        @AfterEach
        void close() {
            probe.jdbc().sql("delete from dead_letter").update();
            probe.close();
        }

        @Test
        void W6_one_bad_event_parks_its_own_order_and_the_others_go_on() {
            ear.breaking.add(bad);
            probe.store(bad, 0, held(bad));
            probe.store(good, 0, held(good));
            probe.store(bad, 1, released(bad));
            await().until(() -> ear.followed.contains(held(good)));
            await().until(() -> waiting() == 2);
            assertThat(ear.followed).doesNotContain(held(bad), released(bad));
            assertThat(parked())
                    .extracting(DeadLetter::subject, DeadLetter::eventType, DeadLetter::events)
                    .containsExactly(tuple(bad, "order.OrderHeld", 2L));
            assertThat(parked().get(0).error()).isEqualTo("ILLEGAL_STATE_EXCEPTION");
            // What the policy wrote before it failed was taken back.
            await().until(() -> probe.desk().texts.contains("OrderHeld"));
            assertThat(stepsOf(bad)).isZero();
            // Of the good one only; a step may be sent twice where the machine is slow.
            assertThat(probe.desk().texts).containsOnly("OrderHeld");
        }

        @Test
        void what_is_parked_is_told_once_and_seen_in_the_health_of_the_node() {
            ear.breaking.add(bad);
            probe.store(bad, 0, held(bad));
            await().until(() -> !told(EventParked.class).isEmpty());
            assertThat(told(EventParked.class)).singleElement().satisfies(told -> {
                assertThat(told.subject()).isEqualTo(bad);
                assertThat(told.eventType()).isEqualTo("order.OrderHeld");
                assertThat(told.code()).isEqualTo("ILLEGAL_STATE_EXCEPTION");
                assertThat(about("process.EventParked"))
                        .as("who told it, and what caused it")
                        .contains("\"actor\":\"processes\"", "\"causingEvent\":\"" + told.eventId() + "\"");
            });
            var health = probe.context.getBean(ProcessHealth.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails().get("processes").toString()).contains("running=true", "parked=1");
            assertThat(health.getDetails()).containsEntry("stuckSteps", 0L);
            assertThat(board().processes().items())
                    .filteredOn(item -> item.name().equals("processes"))
                    .singleElement()
                    .satisfies(item -> assertThat(item.parkedSubjects()).isEqualTo(1));
        }

        @Test
        void what_is_parked_is_taken_in_when_it_is_tried_again_with_what_follows_it() {
            ear.breaking.add(bad);
            probe.store(bad, 0, held(bad));
            probe.store(bad, 1, released(bad));
            await().until(() -> waiting() == 2 && !told(EventParked.class).isEmpty());
            String id = parked().get(0).id();
            assertThat(events().retry("processes", id).orElseThrow())
                    .isEqualTo(new DeadLetterRetry("processes", bad, 0, 2, "ILLEGAL_STATE_EXCEPTION"));
            ear.breaking.clear();
            // What its steps cause meanwhile waits behind it, and is taken in as well.
            assertThat(events().retry("processes", id).orElseThrow()).satisfies(retry -> {
                assertThat(retry.taken()).isGreaterThanOrEqualTo(2);
                assertThat(retry.left()).isZero();
            });
            assertThat(ear.followed).containsExactly(held(bad), released(bad));
            await().until(() -> probe.desk().texts.size() == 2);
            assertThat(probe.desk().texts).containsExactly("OrderHeld", "OrderReleased");
            await().until(() -> told(ParkedEventTaken.class).size() == 1);
            assertThat(about("process.ParkedEventTaken"))
                    .contains(
                            "\"actor\":\"processes\"",
                            "\"causingEvent\":\""
                                    + told(ParkedEventTaken.class).get(0).eventId() + "\"");
            assertThat(events().retry("processes", id)).isEmpty();
            // The subject is free again.
            probe.store(bad, 99, held(bad));
            await().until(() -> ear.followed.size() == 3);
        }

        @Test
        void a_dry_run_shows_the_steps_that_a_retry_sends_and_sends_none() {
            ear.breaking.add(bad);
            probe.store(bad, 0, held(bad));
            probe.store(bad, 1, released(bad));
            await().until(() -> waiting() == 2);
            String id = parked().get(0).id();
            assertThat(dryRun(id).retry())
                    .isEqualTo(new DeadLetterRetry("processes", bad, 0, 2, "ILLEGAL_STATE_EXCEPTION"));
            ear.breaking.clear();
            DeadLetterInspection promised = dryRun(id);
            assertThat(promised.retry()).isEqualTo(new DeadLetterRetry("processes", bad, 2, 0, null));
            assertThat(promised.event().type()).isEqualTo("order.OrderHeld");
            assertThat(promised.rows()).hasSize(2).allSatisfy(row -> {
                assertThat(row.stored()).isNull();
                assertThat(row.changes().get(0).after().toString()).contains("order.AddNote", bad);
            });
            assertThat(waiting()).as("nothing has happened").isEqualTo(2);
            assertThat(probe.desk().texts).isEmpty();
            assertThat(stepsOf(bad)).isZero();
            ear.followed.clear();
            events().retry("processes", id);
            await().until(() -> probe.desk().texts.size() == 2);
            // What its steps cause may come when the retry ends, and is parked behind it.
            await().untilAsserted(() -> {
                events().retry("processes", id);
                assertThat(events().groups(DeadLetterFilter.of("processes")).items())
                        .isEmpty();
            });
        }

        @Test
        void what_is_discarded_is_gone_and_what_waited_behind_it_is_taken_in() {
            ear.breaking.add(bad);
            probe.store(bad, 0, held(bad));
            probe.store(bad, 1, released(bad));
            await().until(() -> waiting() == 2);
            String id = parked().get(0).id();
            ear.breaking.clear();
            probe.inTransaction(
                    () -> assertThat(events().discard("processes", id)).isPresent());
            probe.inTransaction(
                    () -> assertThat(events().discard("processes", id)).isEmpty());
            await().until(() -> ear.followed.equals(List.of(released(bad))));
            await().until(() -> parked().isEmpty());
        }

        @Test
        void a_payload_that_cannot_be_read_is_parked_and_what_follows_it_waits() {
            TrackingEventProcessor processor = processor();
            processor.shutDown();
            probe.store(bad, 0, held(bad));
            probe.store(bad, 1, released(bad));
            probe.store(good, 0, held(good));
            probe.jdbc()
                    .sql(
                            "update domain_event set payload = '{\"orderId\":' where aggregate_id = ? and sequence_number = 0")
                    .param(bad)
                    .update();
            processor.start();
            await().until(() -> ear.followed.contains(held(good)));
            await().until(() -> waiting() == 2);
            assertThat(ear.followed).containsExactly(held(good));
        }

        /**
         * Found in review: one order that was cancelled for a reason of a later release stopped the fulfilment of all.
         */
        @Test
        void W6_a_constant_of_a_later_release_is_read_as_unknown_and_parks_nothing() {
            TrackingEventProcessor processor = processor();
            processor.shutDown();
            probe.store(bad, 0, new OrderCancelled(bad, CancellationReason.CUSTOMER, null, Instant.EPOCH));
            probe.store(good, 0, held(good));
            probe.jdbc()
                    .sql(
                            "update domain_event set payload = replace(payload, '\"CUSTOMER\"', '\"ALIENS\"') where aggregate_id = ?")
                    .param(bad)
                    .update();
            processor.start();
            await().until(() -> ear.followed.size() == 2);
            assertThat(ear.followed)
                    .contains(held(good), new OrderCancelled(bad, CancellationReason.UNKNOWN, null, Instant.EPOCH));
            assertThat(parked()).isEmpty();
        }

        @Test
        void a_failure_of_the_world_parks_nothing_and_is_tried_again_until_it_is_over() {
            probe.jdbc().sql("alter table process_step rename to gone").update();
            probe.store(good, 0, held(good));
            await().until(() -> board().items().stream().anyMatch(item -> item.failing()));
            assertThat(parked()).isEmpty();
            probe.jdbc().sql("alter table gone rename to process_step").update();
            await().atMost(Duration.ofSeconds(60)).until(() -> ear.followed.contains(held(good)));
            await().until(() -> board().processes().items().stream().noneMatch(item -> item.failing()));
            assertThat(parked()).isEmpty();
        }

        @Test
        void a_processor_that_has_stopped_makes_the_node_unhealthy() {
            ProcessHealth health = probe.context.getBean(ProcessHealth.class);
            await().until(() -> health.health().getStatus().equals(Status.UP));
            processor().shutDown();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }

        private List<DeadLetter> parked() {
            return events().list(DeadLetterFilter.of("processes")).items();
        }

        private DeadLetterInspection dryRun(String id) {
            // As a query does: within a unit of work, which is committed.
            UnitOfWork<?> query = DefaultUnitOfWork.startAndGet(null);
            query.attachTransaction(probe.context.getBean(TransactionManager.class));
            return query.executeWithResult(
                            () -> events().inspect("processes", id).orElseThrow())
                    .getPayload();
        }

        private long waiting() {
            return events().list(DeadLetterFilter.of("processes")).events();
        }

        private Parked events() {
            return probe.context.getBean(Parked.class);
        }

        private ProcessBoard board() {
            return probe.context.getBean(ProcessBoard.class);
        }

        private String about(String type) {
            return probe.jdbc()
                    .sql("select metadata from domain_event where payload_type = ? and payload like ?")
                    .params(type, "%" + bad + "%")
                    .query(String.class)
                    .single();
        }

        private <E> List<E> told(Class<E> type) {
            return probe.told().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(event -> event.toString().contains(bad))
                    .toList();
        }

        private long stepsOf(String order) {
            return probe.jdbc()
                    .sql("select count(*) from process_step where subject = ?")
                    .param(order)
                    .query(Long.class)
                    .single();
        }

        private TrackingEventProcessor processor() {
            return probe.context
                    .getBean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("processes", TrackingEventProcessor.class)
                    .orElseThrow();
        }

        private static OrderHeld held(String order) {
            return new OrderHeld(order, "FRAUD", null, Instant.EPOCH);
        }

        private static OrderReleased released(String order) {
            return new OrderReleased(order, null, Instant.EPOCH);
        }
    }
}
