package io.ordertrail.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.api.account.AccountEntries.Entry;
import io.ordertrail.api.account.AccountPage;
import io.ordertrail.api.account.AccountQuery.GetAccount;
import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountQuery.ListAccounts;
import io.ordertrail.api.account.AccountQuery.ListEntries;
import io.ordertrail.api.account.AccountQuery.ListTransfers;
import io.ordertrail.api.account.AccountQuery.ProveLedger;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.LedgerProof;
import io.ordertrail.api.account.TransferPage;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts, statements and the ledger, as the read side tells them, on both databases. */
@ParameterizedClass
@EnumSource(Database.class)
class AccountReadConfigurationIT {

    private static final CurrencyUnit KWD = CurrencyUnit.of("KWD");

    @Parameter
    Database database;

    private Node node;
    private Bank bank;

    @BeforeEach
    void start() {
        node = Node.start(database.fresh());
        bank = new Bank(node, 7);
        for (CurrencyUnit currency : List.of(CurrencyUnit.EUR, CurrencyUnit.JPY, KWD)) {
            bank.open("c-1", currency);
            bank.open("c-2", currency);
        }
        for (int step = 0; step < 30; step++) {
            bank.step();
        }
        node.settle();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void A6_the_books_balance_and_all_that_is_told_is_what_happened() {
        for (String id : bank.accounts) {
            AccountView account = node.ask(new GetAccount(id, null), AccountView.class);
            assertThat(account.balance()).isEqualTo(bank.balances.get(id));
            assertThat(account.held()).isEqualTo(Money.zero(account.balance().getCurrencyUnit()));
            assertThat(account.available()).isEqualTo(account.balance().plus(account.creditLimit()));
            assertThat(node.ask(new GetAccountAsOf(id, Moment.version(account.version())), AccountView.class))
                    .isEqualTo(account);
            statement(id, account);
        }
        accountsByOwner();
        transfers();
        the_books_balance_at_every_position();
        everything_is_proved_and_damage_is_found();
    }

    /** Page by page, and each entry goes on from the one before. */
    private void statement(String id, AccountView account) {
        List<Entry> entries = new ArrayList<>();
        String after = null;
        do {
            AccountEntries page =
                    node.ask(new ListEntries(id, account.version(), null, null, 7, after), AccountEntries.class);
            assertThat(page.version()).isEqualTo(account.version());
            entries.addAll(
                    0,
                    page.items().stream()
                            .sorted((a, b) -> Long.compare(a.position(), b.position()))
                            .toList());
            after = page.next();
        } while (after != null);
        Money balance = Money.zero(account.balance().getCurrencyUnit());
        for (Entry entry : entries) {
            balance = balance.plus(entry.amount());
            assertThat(entry.balanceAfter()).isEqualTo(balance);
        }
        assertThat(balance).isEqualTo(account.balance());
        assertThat(entries).extracting(Entry::journalId).doesNotHaveDuplicates();
        partOfStatement(id, entries);
    }

    private void partOfStatement(String id, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Instant from = entries.get(entries.size() / 3).at();
        Instant to = entries.get(entries.size() * 2 / 3).at();
        assertThat(entries(id, from, to))
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .filter(entry ->
                                !entry.at().isBefore(from) && entry.at().isBefore(to))
                        .toList());
        assertThat(entries(id, from, null)).hasSize((int)
                entries.stream().filter(e -> !e.at().isBefore(from)).count());
        assertThat(entries(id, null, from)).hasSize((int)
                entries.stream().filter(e -> e.at().isBefore(from)).count());
    }

    private List<Entry> entries(String id, @Nullable Instant from, @Nullable Instant to) {
        List<Entry> found = new ArrayList<>();
        String after = null;
        do {
            AccountEntries page = node.ask(new ListEntries(id, null, from, to, 3, after), AccountEntries.class);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        return found;
    }

    private void transfers() {
        List<TransferView> all = transfers(List.of(), List.of(), List.of(), null, null);
        assertThat(all).hasSize((int) node.count("transfer_view")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing(TransferView::createdAt).reversed());
        TransferView some = all.get(all.size() / 2);
        assertThat(transfers(List.of(), List.of(some.from()), List.of(), null, null))
                .isEqualTo(
                        all.stream().filter(t -> t.from().equals(some.from())).toList());
        assertThat(transfers(List.of(), List.of(), List.of(some.to(), "account-none"), null, null))
                .isEqualTo(all.stream().filter(t -> t.to().equals(some.to())).toList());
        for (TransferStatus status : TransferStatus.values()) {
            assertThat(transfers(List.of(status), List.of(), List.of(), null, null))
                    .isEqualTo(all.stream().filter(t -> t.status() == status).toList());
        }
        Instant then = some.createdAt().truncatedTo(ChronoUnit.MICROS);
        assertThat(transfers(List.of(TransferStatus.values()), List.of(), List.of(), then, null))
                .isEqualTo(
                        all.stream().filter(t -> !t.createdAt().isBefore(then)).toList());
        assertThat(transfers(List.of(), List.of(), List.of(), null, then))
                .isEqualTo(
                        all.stream().filter(t -> t.createdAt().isBefore(then)).toList());
    }

    private List<TransferView> transfers(
            List<TransferStatus> status,
            List<String> from,
            List<String> to,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo) {
        List<TransferView> found = new ArrayList<>();
        String after = null;
        do {
            TransferPage page =
                    node.ask(new ListTransfers(status, from, to, createdFrom, createdTo, 4, after), TransferPage.class);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        return found;
    }

    private void accountsByOwner() {
        AccountPage first = node.ask(new ListAccounts("c-1", 2, null), AccountPage.class);
        AccountPage second = node.ask(new ListAccounts("c-1", 2, first.next()), AccountPage.class);
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(node.ask(new ListAccounts("nobody", 2, null), AccountPage.class)
                        .items())
                .isEmpty();
        assertThat(node.ask(new ListAccounts(null, 500, null), AccountPage.class)
                        .items())
                .hasSize(bank.accounts.size());
        assertThatThrownBy(() -> node.ask(new GetAccount("account-nowhere", null), AccountView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(AccountNotFound.class));
    }

    private void the_books_balance_at_every_position() {
        LedgerProof last = node.ask(new ProveLedger(null), LedgerProof.class);
        assertThat(last.balanced()).isTrue();
        assertThat(last.currencies()).hasSize(3).allSatisfy(sums -> {
            CurrencyUnit currency = CurrencyUnit.of(sums.currency());
            Money accounts = bank.balances.values().stream()
                    .filter(balance -> balance.getCurrencyUnit().equals(currency))
                    .reduce(Money.zero(currency), Money::plus);
            assertThat(sums.accounts()).isEqualTo(text(accounts));
            assertThat(sums.inTransit()).isEqualTo(text(bank.underWay.get(currency)));
            assertThat(sums.sum()).isEqualTo(text(Money.zero(currency)));
        });
        for (long position = 0; position <= last.position(); position++) {
            LedgerProof then = node.ask(new ProveLedger(position), LedgerProof.class);
            assertThat(then.position()).isEqualTo(position);
            assertThat(then.balanced()).as(then.toString()).isTrue();
        }
        assertThatThrownBy(() -> node.ask(new ProveLedger(last.position() + 1), LedgerProof.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(InvalidQuery.class));
    }

    private void everything_is_proved_and_damage_is_found() {
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
        // In this order: what is gone can no longer be changed.
        Map<String, String> damages = new LinkedHashMap<>();
        damages.put("update account_view set balance = balance + 1 where account_id = ?", "end of its statement");
        damages.put("update account_entry set amount = amount + 1 where account_id = ?", "sum of the entries");
        damages.put("update ledger_row set amount = amount + 1 where account = ?", "the ledger's sum is zero");
        damages.put("update account_statement set balance = 1 where account_id = ?", "account-entries equals");
        damages.put("delete from account_entry where account_id = ?", "is in a statement");
        damages.forEach((damage, claim) -> {
            assertThat(node.jdbc().sql(damage).param(bank.accounts.get(0)).update())
                    .isPositive();
            assertThat(node.verify().checks())
                    .filteredOn(check -> check.claim().contains(claim))
                    .extracting(Check::breaches)
                    .allSatisfy(breaches -> assertThat(breaches).isPositive());
        });
    }

    private static String text(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
