package io.ordertrail.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.axon.message.Dispatch;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class SnapshotsIT {

    private static ConfigurableApplicationContext node;
    private static int purses;

    private String purse;

    @BeforeAll
    static void start() {
        node = Probe.start(
                List.of(Probe.class, Purse.Purses.class),
                Probe.newDataDir(),
                "ordertrail.snapshots.every=10",
                "ordertrail.snapshots.queue=1");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() {
        purse = open(AccountId.of("purse-" + ++purses));
    }

    @Test
    void a_long_stream_is_read_from_its_latest_snapshot() {
        AtomicLong version = new AtomicLong(deposit(purse, 25));
        await().until(() -> {
            if (snapshots(purse) == 1 && latest(purse) >= 19) {
                return true;
            }
            // Where the first came late, the second is not due yet.
            version.set(deposit(purse, 1));
            return false;
        });
        long snapshot = latest(purse);
        Purse.EVENTS_READ.set(0);
        deposit(purse, 1);
        assertThat(Purse.EVENTS_READ.get()).isEqualTo((int) (version.get() - snapshot) + 1);
        assertThat(contentBeforeLastDeposit()).isEqualTo("EUR " + version + ".00");
    }

    @Test
    void a_snapshot_is_stored_under_a_name_of_ours() {
        deposit(purse, 10);
        await().until(() -> snapshots(purse) == 1);
        assertThat(jdbc().sql("select payload_type from snapshot_event where aggregate_id = ?")
                        .param(purse)
                        .query(String.class)
                        .single())
                .isEqualTo("purse.snapshot");
    }

    @Test
    void a_snapshot_of_another_revision_is_left_unread() {
        leavesUnread("payload_revision = '1'");
    }

    @Test
    void a_snapshot_of_an_unknown_name_is_left_unread() {
        leavesUnread("payload_type = 'io.ordertrail.axon.Purse'");
    }

    @Test
    void pitfall_42_a_snapshot_that_cannot_be_read_is_left_unread() {
        leavesUnread("payload = '{\"id'");
    }

    /**
     * With Axon's default, the command that is due for a snapshot waits for it, and all others on its aggregate with
     * it.
     */
    @Test
    void pitfall_16_no_command_waits_for_a_snapshot() throws InterruptedException {
        String second = open(AccountId.of("purse-" + ++purses));
        String third = open(AccountId.of("purse-" + ++purses));
        Purse.storing = new CountDownLatch(1);
        Purse.mayStore = new CountDownLatch(1);
        try {
            deposit(purse, 9);
            Purse.storing.await();
            assertThat(deposit(purse, 20)).isEqualTo(29);
            // The queue takes one; of what it does not take, no command hears.
            assertThat(deposit(second, 20)).isEqualTo(20);
            assertThat(deposit(third, 20)).isEqualTo(20);
            assertThat(snapshots(purse)).isZero();
        } finally {
            Purse.mayStore.countDown();
        }
        await().until(() -> snapshots(purse) == 1);
        // What found no place is asked for again.
        await().until(() -> {
            deposit(third, 1);
            return snapshots(third) == 1;
        });
    }

    private void leavesUnread(String change) {
        deposit(purse, 12);
        await().until(() -> snapshots(purse) == 1);
        jdbc().sql("update snapshot_event set " + change + " where aggregate_id = ?")
                .param(purse)
                .update();
        Purse.EVENTS_READ.set(0);
        assertThat(deposit(purse, 1)).isEqualTo(13);
        assertThat(Purse.EVENTS_READ.get()).isGreaterThanOrEqualTo(14);
        assertThat(contentBeforeLastDeposit()).isEqualTo("EUR 12.00");
    }

    private static String open(String id) {
        dispatch()
                .send(
                        new OpenAccount(id, "c-1", AccountKind.CUSTOMER, CurrencyUnit.EUR, null, null),
                        Probe.request(null),
                        String.class);
        return id;
    }

    /** The version after the last. */
    private static long deposit(String id, int times) {
        long version = -1;
        for (int i = 0; i < times; i++) {
            Deposit one = new Deposit(id, "j-" + i, MovementKind.CASH, Money.parse("EUR 1.00"), null, null, null);
            version = dispatch().send(one, Probe.request(null), Receipt.class).version();
        }
        return version;
    }

    private String contentBeforeLastDeposit() {
        EventStore events = node.getBean(EventStore.class);
        DomainEventMessage<?> last = events.readEvents(
                        purse, events.lastSequenceNumberFor(purse).orElseThrow())
                .next();
        return ((Deposited) last.getPayload()).reference();
    }

    private static long snapshots(String id) {
        return number("select count(*) from snapshot_event where aggregate_id = ?", id);
    }

    private static long latest(String id) {
        return number("select max(sequence_number) from snapshot_event where aggregate_id = ?", id);
    }

    private static long number(String sql, String id) {
        return jdbc().sql(sql).param(id).query(Long.class).single();
    }

    private static JdbcClient jdbc() {
        return node.getBean(JdbcClient.class);
    }

    private static Dispatch dispatch() {
        return node.getBean(Dispatch.class);
    }
}
