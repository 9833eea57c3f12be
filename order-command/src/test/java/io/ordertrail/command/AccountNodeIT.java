package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.account.AccountRefusal.RefundUnderWay;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What only shows of accounts when the write side is put together. */
class AccountNodeIT extends NodeContext {

    private static final Money EURO = Money.of(CurrencyUnit.EUR, 1);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path dataDir = Files.createTempDirectory(Path.of("target"), "accounts");
        registry.add("ordertrail.data-dir", dataDir::toString);
    }

    @AfterEach
    void nothing_is_broken() {
        assertThat(verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
        jdbc.sql("delete from snapshot_event").update();
    }

    @Test
    void A4_a_movement_is_known_long_after_the_state_has_forgotten_it_with_a_snapshot_in_between() {
        String account = open("long");
        for (int n = 0; n < 120; n++) {
            send(deposit(account, "j-" + n), "deposit " + n);
        }
        await().until(() -> snapshots(account) == 1);
        jdbc.sql("delete from idempotency_key").update();
        assertThat(send(deposit(account, "j-0"), "again"))
                .isEqualTo(Receipt.of(account, 1).again());
        assertThat(send(deposit(account, "j-120"), "next")).isEqualTo(Receipt.of(account, 121));
        assertThat(jdbc.sql("select distinct payload_type from snapshot_event")
                        .query(String.class)
                        .list())
                .containsExactly("account.snapshot");
    }

    @Test
    void A1_sixteen_withdrawals_at_once_take_no_more_than_there_is() throws Exception {
        String account = open("race");
        IntStream.range(0, 10).forEach(n -> send(deposit(account, "in-" + n), "in " + n));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(n -> () -> isAccepted(withdraw(account, "out-" + n), "out " + n))
                    .toList();
            long accepted = 0;
            for (var answer : pool.invokeAll(attempts)) {
                accepted += answer.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(10);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void W7_an_account_is_not_closed_while_an_order_gives_money_back_to_it() {
        String account = open("refund");
        jdbc.sql("insert into process_step (step, version, subject, process, answer, queued, due_at, command, payload,"
                        + " metadata, failures, stuck, created_at) values ('refund/order-1/deposit/payment-1/2', 0,"
                        + " 'order-1', 'refund', 'ANY', true, current_timestamp, 'account.Deposit', ?, '{}', 0, false,"
                        + " current_timestamp)")
                .param("{\"accountId\":\"" + account + "\"}")
                .update();
        assertThatThrownBy(() -> send(new CloseAccount(account, null, null), "close"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new RefundUnderWay("payment-1")));
        jdbc.sql("delete from process_step").update();
        assertThat(send(new CloseAccount(account, null, null), "close again")).isEqualTo(Receipt.of(account, 1));
    }

    private boolean isAccepted(Object command, String key) {
        try {
            send(command, key);
            return true;
        } catch (Refused no) {
            assertThat(no.refusal()).isInstanceOf(InsufficientFunds.class);
            return false;
        }
    }

    private String open(String seed) {
        String account = AccountId.of(seed);
        send(new OpenAccount(account, "c-1", AccountKind.CUSTOMER, CurrencyUnit.EUR, null, null), "open " + seed);
        return account;
    }

    private static Deposit deposit(String account, String journal) {
        return new Deposit(account, journal, MovementKind.CASH, EURO, null, null, null);
    }

    private static Withdraw withdraw(String account, String journal) {
        return new Withdraw(account, journal, MovementKind.CASH, EURO, null, null);
    }

    private long snapshots(String account) {
        return jdbc.sql("select count(*) from snapshot_event where aggregate_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
