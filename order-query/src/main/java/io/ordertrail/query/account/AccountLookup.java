package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.api.account.AccountEntries.Entry;
import io.ordertrail.api.account.AccountPage;
import io.ordertrail.api.account.AccountQuery.ExplainAccount;
import io.ordertrail.api.account.AccountQuery.GetAccount;
import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountQuery.GetTransfer;
import io.ordertrail.api.account.AccountQuery.GetTransferAsOf;
import io.ordertrail.api.account.AccountQuery.ListAccounts;
import io.ordertrail.api.account.AccountQuery.ListEntries;
import io.ordertrail.api.account.AccountQuery.ListTransfers;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.TransferPage;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.message.SentenceReader;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.explanation.Explainer;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.RowValues;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about accounts and transfers, now and earlier. */
final class AccountLookup {

    private static final SortOrder<FoldedAccount> LATEST_OPENED = new SortOrder<>(
            "accounts",
            "created_at",
            SortOrder.Kind.TIME,
            account -> RowValues.micros(account.opened().at()),
            "account_id",
            account -> account.opened().accountId(),
            true);
    private static final SortOrder<FoldedTransfer> LATEST_BEGUN = new SortOrder<>(
            "transfers",
            "created_at",
            SortOrder.Kind.TIME,
            transfer -> RowValues.micros(transfer.begun().at()),
            "transfer_id",
            transfer -> transfer.begun().transferId(),
            true);
    private static final SortOrder<Entry> LATEST_ENTRY = new SortOrder<>(
            "entries", "position", SortOrder.Kind.NUMBER, Entry::position, "journal_id", Entry::journalId, true);

    private final StateTable<FoldedAccount> views;
    private final StateTable<Statement> statements;
    private final ViewSql sql;
    private final StateTable<FoldedTransfer> transferViews;
    private final Lookup<FoldedAccount> accounts;
    private final Lookup<FoldedTransfer> transfers;
    private final Completeness completeness;
    private final Explainer<FoldedAccount> explainer;

    AccountLookup(
            StateTable<FoldedAccount> views,
            StateTable<Statement> statements,
            ViewSql sql,
            StateTable<FoldedTransfer> transferViews,
            Lookup<FoldedAccount> accounts,
            Lookup<FoldedTransfer> transfers,
            Completeness completeness,
            EventStore events) {
        explainer = new Explainer<>(events, FoldedAccount.STREAM, FoldedAccount::view, SentenceReader::read);
        this.completeness = completeness;
        this.views = views;
        this.statements = statements;
        this.sql = sql;
        this.transferViews = transferViews;
        this.accounts = accounts;
        this.transfers = transfers;
    }

    @QueryHandler
    AccountView get(GetAccount query) {
        return accounts.get(query.accountId(), query.minVersion()).view();
    }

    @QueryHandler
    AccountView get(GetAccountAsOf query) {
        Long version = query.moment().version();
        // Accounts are long.
        FoldedAccount account = version == null
                ? accounts.at(query.accountId(), query.moment())
                : accounts.latelyAtVersion(query.accountId(), version);
        return account.view();
    }

    @QueryHandler
    Explanation explain(ExplainAccount query) {
        String id = query.accountId();
        accounts.mustBeTheirs(id, id);
        return explainer.explain(id, query.of()).orElseThrow(() -> accounts.refused(id));
    }

    @QueryHandler
    AccountPage list(ListAccounts query) {
        Optional<String> only = Ownership.only();
        Conditions filter = new Conditions().text("owner_id = ?", "ownerId", query.ownerId());
        only.ifPresent(customer -> filter.and("owner_id = ?", customer));
        Page<FoldedAccount> page = completeness.whole(
                views.name(),
                () -> PageReader.page(views::findEach, filter, LATEST_OPENED, query.after(), query.limit()));
        return new AccountPage(
                page.rows().stream().map(FoldedAccount::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    AccountEntries list(ListEntries query) {
        return completeness.whole(StatementTable.NAME, () -> entries(query));
    }

    private AccountEntries entries(ListEntries query) {
        String id = query.accountId();
        // What was opened is there to be read, so it is waited for.
        long wanted = query.minVersion() == null ? 0 : query.minVersion();
        accounts.require(id, wanted, statements.version(id));
        long version = statements.version(id);
        Page<Entry> page = PageReader.page(
                this::entries,
                new Conditions()
                        .and("account_id = ?", id)
                        .time("happened_at >= ?", query.from())
                        .time("happened_at < ?", query.to())
                        .within("version <= ?", version),
                LATEST_ENTRY,
                query.after(),
                query.limit());
        return new AccountEntries(version, page.rows(), page.next(), page.previous(), page.end());
    }

    private List<Optional<Entry>> entries(String clauses, List<?> values) {
        return sql.sql("select * from account_entry " + clauses)
                .params(values)
                .query((row, n) -> Optional.of(StatementTable.entry(row)))
                .list();
    }

    @QueryHandler
    TransferView get(GetTransfer query) {
        return transfers.get(query.transferId(), query.minVersion()).view();
    }

    @QueryHandler
    TransferPage list(ListTransfers query) {
        Conditions filter = new Conditions()
                .oneOf("status", query.status())
                .oneOf("from_account", "from", query.from())
                .oneOf("to_account", "to", query.to())
                .time("created_at >= ?", query.createdFrom())
                .time("created_at < ?", query.createdTo());
        Page<FoldedTransfer> page = completeness.whole(
                transferViews.name(),
                () -> PageReader.page(transferViews::findEach, filter, LATEST_BEGUN, query.after(), query.limit()));
        return new TransferPage(
                page.rows().stream().map(FoldedTransfer::view).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    @QueryHandler
    TransferView get(GetTransferAsOf query) {
        return transfers.at(query.transferId(), query.moment()).view();
    }
}
