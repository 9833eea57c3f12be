package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.TransferRefusal.TransferNotFound;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of accounts, transfers and the ledger. */
@Configuration(proxyBeanMethods = false)
public class AccountReadConfiguration {

    private static final TableShape<FoldedAccount> ACCOUNTS = new TableShape<>(
            "account-view",
            "account_view",
            "account_id",
            FoldedAccount.class,
            account -> account.opened().accountId(),
            List.of(
                    Column.text("owner_id", account -> account.opened().ownerId()),
                    Column.text(
                            "currency", account -> account.opened().currency().getCode()),
                    Column.amount("balance", account -> account.balance().getAmount()),
                    Column.time("created_at", account -> account.opened().at())));

    private static final TableShape<FoldedTransfer> TRANSFERS = new TableShape<FoldedTransfer>(
                    "transfer-view",
                    "transfer_view",
                    "transfer_id",
                    FoldedTransfer.class,
                    transfer -> transfer.begun().transferId(),
                    List.of(
                            Column.text(
                                    "status",
                                    transfer -> transfer.state().status().name()),
                            Column.text(
                                    "from_account", transfer -> transfer.begun().from()),
                            Column.text(
                                    "to_account", transfer -> transfer.begun().to()),
                            Column.time(
                                    "created_at", transfer -> transfer.begun().at())))
            .erasedBy(RowErasure.ofAccount("from_account"));

    private static final TableShape<LedgerRow> LEDGER = new TableShape<>(
            Ledger.NAME,
            "ledger_row",
            "row_key",
            LedgerRow.class,
            LedgerRow::key,
            List.of(
                    Column.text("side", row -> row.side().name()),
                    Column.text("account", LedgerRow::account),
                    Column.text(
                            "currency", row -> row.amount().getCurrencyUnit().getCode()),
                    Column.amount("amount", row -> row.amount().getAmount()),
                    Column.number("position", LedgerRow::position),
                    Column.number("until_position", LedgerRow::until)));

    @Bean
    StateTable<FoldedAccount> accountViews(ViewSql views) {
        return new StateTable<>(views, ACCOUNTS, FoldedAccount.STREAM);
    }

    @Bean
    StateTable<Statement> accountStatements(ViewSql views) {
        return new StateTable<>(views, StatementTable.SHAPE, new StatementFold());
    }

    @Bean
    StateTable<LedgerRow> ledgerRows(ViewSql views) {
        return new StateTable<>(views, LEDGER, new LedgerFold());
    }

    @Bean
    StateTable<FoldedTransfer> transferViews(ViewSql views) {
        return new StateTable<>(views, TRANSFERS, FoldedTransfer.STREAM);
    }

    @Bean
    AccountLookup accountLookup(
            StateTable<FoldedAccount> accounts,
            StateTable<Statement> statements,
            StateTable<FoldedTransfer> transfers,
            EventStore events,
            ViewSql views,
            Completeness completeness) {
        return new AccountLookup(
                accounts,
                statements,
                views,
                transfers,
                new Lookup<>(
                        accounts,
                        new AggregateStream<>(events, FoldedAccount.STREAM),
                        new Owners(events)::ofAccount,
                        AccountNotFound::new),
                new Lookup<>(
                        transfers,
                        new AggregateStream<>(events, FoldedTransfer.STREAM),
                        id -> Optional.empty(),
                        TransferNotFound::new),
                completeness,
                events);
    }

    @Bean
    Ledger ledger(ViewSql views, Positions positions, Completeness completeness) {
        return new Ledger(views, positions, completeness);
    }

    @Bean
    LedgerChecks ledgerChecks(ViewSql views, Ledger ledger, Positions positions, CommitSignal commits) {
        return new LedgerChecks(views, ledger, positions, commits);
    }
}
