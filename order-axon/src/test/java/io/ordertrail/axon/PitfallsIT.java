package io.ordertrail.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.axon.message.Dispatch;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AxonIQConsoleModule;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One test for each trap of docs/reference/axon-pitfalls.md that lies in this module; each fails without its cure. */
class PitfallsIT {

    private final Path dataDir = Probe.newDataDir();

    @Test
    void pitfall_1_events_and_rows_are_one_transaction() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThatThrownBy(() -> addNote(probe, "fail")).hasMessageContaining("as asked");
            JdbcClient jdbc = probe.getBean(JdbcClient.class);
            assertThat(count(jdbc, "domain_event")).isZero();
            assertThat(count(jdbc, "claimed_name")).isZero();
        }
    }

    @Test
    void pitfall_3_a_failing_handler_is_tried_again_and_its_event_not_skipped() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            Probe.Notes notes = probe.getBean(Probe.Notes.class);
            notes.failures.put("second", new IllegalStateException("not now"));
            addNote(probe, "first");
            addNote(probe, "second");
            addNote(probe, "third");
            await().until(() -> notes.failed.get() > 0);
            assertThat(notes.taken).doesNotContain("third");
            notes.failures.clear();
            await().untilAsserted(() -> assertThat(notes.taken).contains("first", "second", "third"));
        }
    }

    @Test
    void pitfall_5_a_reset_on_a_store_with_events_reads_them_all_again() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            addNote(probe, "one");
            addNote(probe, "two");
            await().until(() -> probe.getBean(Probe.Notes.class).taken.size() == 2);
            TrackingEventProcessor processor = processor(probe);
            processor.shutDown();
            processor.resetTokens();
            processor.start();
            await().untilAsserted(() ->
                    assertThat(probe.getBean(Probe.Notes.class).taken).containsExactly("one", "two"));
        }
    }

    @Test
    void pitfall_5_a_restart_with_empty_token_tables_on_a_store_with_events_reads_them_all_again() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            addNote(probe, "one");
            await().until(() -> probe.getBean(Probe.Notes.class).taken.size() == 1);
        }
        try (ConfigurableApplicationContext probe = Probe.start(dataDir, "ordertrail.processors.auto-start=false")) {
            processor(probe).shutDown();
            probe.getBean(JdbcClient.class).sql("delete from token_entry").update();
        }
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            addNote(probe, "two");
            await().untilAsserted(() ->
                    assertThat(probe.getBean(Probe.Notes.class).taken).containsExactly("one", "two"));
        }
    }

    @Test
    void pitfall_6_xstream_is_not_there() {
        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void pitfall_10_two_processes_never_claim_tokens_under_one_name() throws Exception {
        try (ConfigurableApplicationContext one = Probe.start(dataDir, "spring.datasource.url=" + h2("one"));
                ConfigurableApplicationContext two = Probe.start(dataDir, "spring.datasource.url=" + h2("two"))) {
            assertThat(field(one.getBean(JdbcTokenStore.class), "nodeId"))
                    .isNotEqualTo(field(two.getBean(JdbcTokenStore.class), "nodeId"));
        }
    }

    /** Otherwise every projection stands still for 10 s after a crash. */
    @Test
    void the_one_process_on_the_embedded_database_need_not_wait_for_its_own_old_claims() throws Exception {
        try (ConfigurableApplicationContext one = Probe.start(dataDir);
                ConfigurableApplicationContext two = Probe.start(Probe.newDataDir())) {
            assertThat(field(one.getBean(JdbcTokenStore.class), "nodeId"))
                    .isEqualTo(field(two.getBean(JdbcTokenStore.class), "nodeId"));
        }
    }

    @Test
    void pitfall_14_events_of_other_processes_are_looked_for_more_often_than_once_a_second() throws Exception {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir, "spring.datasource.url=" + h2("shared"))) {
            assertThat(fetchDelay(probe)).isEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void where_there_can_be_no_other_process_it_is_not_looked_for_twenty_times_a_second() throws Exception {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThat(fetchDelay(probe)).isEqualTo(Duration.ofSeconds(1));
        }
    }

    private static Duration fetchDelay(ConfigurableApplicationContext probe) throws Exception {
        Object producer = field(probe.getBean(EmbeddedEventStore.class), "producer");
        return Duration.ofNanos((long) field(producer, "fetchDelayNanos"));
    }

    @Test
    void pitfall_15_no_handler_time_out_can_stop_a_processor() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThat(probe.getBeansOfType(HandlerTimeoutHandlerEnhancerDefinition.class))
                    .isEmpty();
        }
    }

    @Test
    void pitfall_27_nobody_is_phoned_and_nothing_is_advertised() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThat(probe.getBean(UpdateCheckConfiguration.class).getDisabled())
                    .isTrue();
            assertThat(LoggerFactory.getLogger(AxonIQConsoleModule.class).isInfoEnabled())
                    .isFalse();
        }
    }

    @Test
    void pitfall_38_what_a_killed_process_was_doing_is_taken_up_by_another_within_half_a_minute() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            DbSchedulerProperties scheduler = probe.getBean(DbSchedulerProperties.class);
            assertThat(scheduler.getHeartbeatInterval().multipliedBy(scheduler.getMissedHeartbeatsLimit()))
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void pitfall_39_no_process_deletes_the_tasks_of_others_because_it_does_not_know_them() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThat(probe.getBean(DbSchedulerProperties.class).getDeleteUnresolvedAfter())
                    .isGreaterThan(Duration.ofDays(10_000));
        }
    }

    private String h2(String name) {
        return "jdbc:h2:file:" + dataDir.toAbsolutePath() + "/" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
    }

    @Test
    void pitfall_41_a_claim_is_extended_when_much_of_it_has_run_out_and_lost_all_the_same() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir, "ordertrail.processors.auto-start=false")) {
            TokenStore tokens = probe.getBean(TokenStore.class);
            TransactionManager transactions = probe.getBean(TransactionManager.class);
            JdbcClient jdbc = probe.getBean(JdbcClient.class);
            transactions.executeInTransaction(
                    () -> tokens.initializeTokenSegments("idle", 1, new GlobalSequenceTrackingToken(1)));
            transactions.executeInTransaction(() -> tokens.fetchToken("idle", 0));
            transactions.executeInTransaction(() -> tokens.extendClaim("idle", 0));
            Object claimed = claimedAt(jdbc);
            for (int again = 0; again < 3; again++) {
                transactions.executeInTransaction(() -> tokens.extendClaim("idle", 0));
            }
            assertThat(claimedAt(jdbc)).isEqualTo(claimed);
            // Taken by another process; taken long ago by one that died; given back.
            for (String claim : List.of(
                    "owner = 'another', claimed_at = '2999-01-01T00:00:00Z'",
                    "owner = 'another', claimed_at = '2001-01-01T00:00:00Z'",
                    "owner = null")) {
                jdbc.sql("update token_entry set " + claim + " where processor_name = 'idle'")
                        .update();
                assertThatThrownBy(() -> transactions.executeInTransaction(
                                () -> tokens.storeToken(new GlobalSequenceTrackingToken(2), "idle", 0)))
                        .as(claim)
                        .isInstanceOf(UnableToClaimTokenException.class);
            }
        }
    }

    private static Object claimedAt(JdbcClient jdbc) {
        return jdbc.sql("select claimed_at from token_entry where processor_name = 'idle'")
                .query()
                .singleValue();
    }

    private static Receipt addNote(ConfigurableApplicationContext probe, String text) {
        return probe.getBean(Dispatch.class)
                .send(
                        new AddNote("order-1", text, NoteVisibility.INTERNAL, Instant.EPOCH),
                        Probe.request(null),
                        Receipt.class);
    }

    private static TrackingEventProcessor processor(ConfigurableApplicationContext probe) {
        return probe.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("notes", TrackingEventProcessor.class)
                .orElseThrow();
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
