package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.audit.AuditEntry;
import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.AuditQuery.GetChainState;
import io.ordertrail.api.audit.AuditQuery.GetNewestCheckpoint;
import io.ordertrail.api.audit.AuditQuery.ListAuditEntries;
import io.ordertrail.api.audit.ChainState;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.Verification.Outcome;
import io.ordertrail.api.verification.VerificationQuery.VerifyChain;
import io.ordertrail.axon.message.RequestContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody does to what is stored, the chain shows it, and names it. */
abstract class ChainScenario extends NodeContext {

    private static final String WHOLE = "No event was changed, removed, inserted or reordered since it was chained";
    private static final String LINKS = "The chain of events is as the service made it, up to its end";
    private static final String SEALED =
            "Each checkpoint is signed by this service, and what was stored then is as it was";
    private static final String LOGGED = "No entry of the audit log was changed, removed, inserted or reordered";

    @Autowired
    private DataSource dataSource;

    /** Three orders of one event each; where they are. */
    private List<Long> chained() {
        for (String name : List.of("a", "b", "c")) {
            send(create(OrderId.of(name), "chain-" + name), "create " + name);
        }
        await().pollInterval(Duration.ofMillis(20)).until(() -> state().events() == stored());
        assertThat(verifyChain())
                .allSatisfy(check ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Outcome.OK));
        return jdbc.sql("select global_index from domain_event order by 1")
                .query(Long.class)
                .list();
    }

    private long stored() {
        return jdbc.sql("select count(*) from domain_event").query(Long.class).single();
    }

    private ChainState state() {
        return dispatch.ask(new GetChainState(), request("state"), ChainState.class);
    }

    private List<Check> verifyChain(String... checkpoints) {
        return dispatch.ask(new VerifyChain(List.of(checkpoints)), request("verify"), Verification.class)
                .checks();
    }

    /** What is found, of each claim that is broken. */
    private List<String> found(String claim, String... checkpoints) {
        List<Check> broken = verifyChain(checkpoints).stream()
                .filter(check -> check.breaches() > 0)
                .toList();
        assertThat(broken).extracting(Check::claim).contains(claim);
        return broken.stream()
                .filter(check -> check.claim().equals(claim))
                .flatMap(check -> check.examples().stream())
                .toList();
    }

    private void spoil(String sql, Object... params) {
        assertThat(jdbc.sql(sql).params(params).update()).isPositive();
    }

    private Checkpoint checkpoint() {
        await().pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> newest().events() == stored());
        return newest();
    }

    private Checkpoint newest() {
        return dispatch.ask(new GetNewestCheckpoint(), request("newest"), Checkpoint.class);
    }

    @Test
    void I9_one_byte_of_an_event_was_changed() {
        List<Long> at = chained();
        spoil(
                "update domain_event set payload = replace(payload, 'Turing', 'Turinh') where global_index = ?",
                at.get(0));
        spoil(
                "update domain_event set payload = replace(payload, '\"TEE\"', '\"TEF\"') where global_index = ?",
                at.get(1));
        assertThat(found(WHOLE))
                .singleElement()
                .asString()
                .startsWith("position " + at.get(1) + ": event 0 of " + OrderId.of("b"))
                .endsWith("was changed");
        empty();
    }

    @Test
    void I9_each_column_of_an_event_is_protected() {
        List<Long> at = chained();
        jdbc.sql("create table kept as select * from domain_event").update();
        for (String change : List.of(
                "event_id = 'another'",
                "aggregate_id = 'another'",
                "sequence_number = 7",
                "aggregate_type = null",
                "recorded_at = '2026-01-01T00:00:00Z'",
                "payload_type = 'order.Another'",
                "payload_revision = '7'",
                "metadata = '{}'")) {
            spoil("update domain_event set " + change + " where global_index = ?", at.get(1));
            assertThat(found(WHOLE)).as(change).singleElement().asString().endsWith("was changed");
            jdbc.sql("delete from domain_event").update();
            spoil("insert into domain_event select * from kept");
        }
        jdbc.sql("drop table kept").update();
        assertThat(verifyChain())
                .allSatisfy(check -> assertThat(check.breaches()).isZero());
        empty();
    }

    @Test
    void I9_an_event_was_removed() {
        List<Long> at = chained();
        spoil("delete from domain_event where global_index = ?", at.get(1));
        assertThat(found(WHOLE)).containsExactly("position " + at.get(1) + ": the event was removed");
        empty();
    }

    @Test
    void I9_an_event_was_inserted() {
        chained();
        spoil("insert into domain_event (global_index, event_id, aggregate_id, sequence_number, recorded_at,"
                + " payload_type, payload, metadata) values (-1, 'x', 'order-x', 0, '', 'order.Held', '{}', '{}')");
        assertThat(found(WHOLE)).containsExactly("position -1: event 0 of order-x (order.Held, x) was inserted");
        empty();
    }

    @Test
    void I9_two_events_were_swapped() {
        List<Long> at = chained();
        spoil("update domain_event set global_index = -1 where global_index = ?", at.get(0));
        spoil("update domain_event set global_index = ? where global_index = ?", at.get(0), at.get(2));
        spoil("update domain_event set global_index = ? where global_index = -1", at.get(2));
        List<String> found = found(WHOLE);
        assertThat(found).hasSize(2);
        assertThat(found.get(0))
                .startsWith("position " + at.get(0) + ": event 0 of " + OrderId.of("c"))
                .endsWith("was reordered, it was chained at position " + at.get(2));
        assertThat(found.get(1))
                .startsWith("position " + at.get(2) + ": event 0 of " + OrderId.of("a"))
                .endsWith("was reordered, it was chained at position " + at.get(0));
        empty();
    }

    @Test
    void I9_the_chain_itself_was_changed() {
        chained();
        jdbc.sql("update event_chain set chained_at = timestamp '2026-01-01 00:00:00' where first_event = 0")
                .update();
        assertThat(found(LINKS)).singleElement().asString().contains("of the chain, made at 202", "were changed");
        spoil("delete from event_chain where first_event = 0");
        assertThat(found(LINKS)).anySatisfy(end -> assertThat(end).contains("of the chain"));
        empty();
    }

    /** With a head that was made for fewer events, the end could be cut off; nobody can make one. */
    @Test
    void I9_the_end_was_cut_off() {
        List<Long> at = chained();
        spoil("delete from domain_event where global_index = ?", at.get(2));
        long last = jdbc.sql("select max(first_event) from event_chain")
                .query(Long.class)
                .single();
        spoil("delete from event_chain where first_event = ?", last);
        assertThat(found(LINKS)).singleElement().asString().endsWith("were cut off the end of the chain");
        spoil("update chain_head set size = ?, position = ? where chain = 'events'", last, at.get(1));
        assertThat(found(LINKS)).containsExactly("the head of the chain was changed");
        empty();
    }

    @Test
    void I9_who_writes_everything_anew_with_the_services_own_key_is_found_by_a_checkpoint_that_was_kept() {
        List<Long> at = chained();
        Checkpoint kept = checkpoint();
        spoil("update domain_event set recorded_at = '2026-01-01T00:00:00Z' where global_index = ?", at.get(1));
        forgetChain();
        await().pollInterval(Duration.ofMillis(20)).until(() -> state().events() == stored());
        assertThat(verifyChain())
                .allSatisfy(check -> assertThat(check.breaches()).isZero());
        assertThat(found(SEALED, kept.signature()))
                .singleElement()
                .asString()
                .startsWith("checkpoint " + kept.sequence() + " that was kept elsewhere: events up to position "
                        + at.get(2) + " are not what they were at " + kept.at());
        String[] parts = kept.signature().split("\\.");
        assertThat(found(SEALED, parts[0] + "." + parts[1] + "x." + parts[2]))
                .containsExactly("a checkpoint that was kept elsewhere is none: its signature is not of what it says");
        empty();
    }

    /** Of two transactions the one that took its position first commits last. */
    @Test
    void an_event_that_is_committed_late_is_chained_late() throws SQLException {
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .executeUpdate(
                            "insert into domain_event (event_id, aggregate_id, sequence_number, recorded_at,"
                                    + " payload_type, payload, metadata) values ('late', 'order-late', 0, '', 'x', '{}', '{}')");
            List<Long> at = chained();
            assertThat(state().events()).isEqualTo(3);
            slow.commit();
            slow.setAutoCommit(true);
            long late = jdbc.sql("select min(global_index) from domain_event")
                    .query(Long.class)
                    .single();
            assertThat(late).isLessThan(at.get(0));
        }
        await().pollInterval(Duration.ofMillis(20)).until(() -> state().events() == 4);
        assertThat(verifyChain())
                .allSatisfy(check ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Outcome.OK));
        spoil("delete from domain_event where event_id = 'late'");
        assertThat(found(WHOLE)).singleElement().asString().endsWith("the event was removed");
        empty();
    }

    @Test
    void what_is_refused_is_written_down_and_chained() {
        String order = OrderId.of("refused");
        for (int n = 0; n < 3; n++) {
            RequestContext nobody = new RequestContext("nobody", List.of("AUDITOR"), "c", "t", null, null);
            assertThatThrownBy(() -> dispatch.send(create(order, null), nobody, Object.class))
                    .isInstanceOf(Refused.class);
        }
        await().untilAsserted(() -> assertThat(
                        entries().stream().mapToLong(AuditEntry::times).sum())
                .isEqualTo(3));
        // How many entries that are depends on how soon they are written; AuditLogTest decides it.
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.code()).isEqualTo("MISSING_ROLE");
            assertThat(entry.request()).isEqualTo("order.CreateOrder");
            assertThat(entry.actor()).isEqualTo("nobody");
            assertThat(entry.subject()).isEqualTo(order);
        });
        assertThat(verifyChain())
                .allSatisfy(check -> assertThat(check.breaches()).isZero());
        spoil("update audit_entry set actor = 'somebody' where sequence = 1");
        assertThat(found(LOGGED)).singleElement().asString().startsWith("entry 1 (MISSING_ROLE, ");
        spoil("delete from audit_entry");
        assertThat(found(LOGGED)).singleElement().asString().endsWith("were removed from the end");
        empty();
    }

    private List<AuditEntry> entries() {
        return dispatch.ask(new ListAuditEntries(500, null), request("list"), AuditPage.class)
                .items();
    }

    /** As if no event had been chained: the service begins anew. */
    private void forgetChain() {
        Stream.of("event_chain", "chain_gap")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update chain_head set size = 0, position = 0, hash = '', mac = null")
                .update();
        Stream.of("chain_checkpoint", "audit_entry")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @BeforeEach
    @Override
    void empty() {
        super.empty();
        forgetChain();
    }
}
