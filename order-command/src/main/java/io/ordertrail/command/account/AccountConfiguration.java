package io.ordertrail.command.account;

import io.ordertrail.axon.serialization.SnapshotType;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.model.account.AccountState;
import io.ordertrail.model.kernel.ApprovalLimits;
import java.time.Clock;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side of accounts and transfers. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Account account() {
        return new Account();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Transfer transfer() {
        return new Transfer();
    }

    @Bean
    static SnapshotType accountSnapshots() {
        return new SnapshotType(AccountState.class);
    }

    @Bean
    AccountRepository accountRepository(
            org.axonframework.config.Configuration axon, SnapshotTriggerDefinition snapshots) {
        AccountRepository accounts =
                new AccountRepository(AggregateRepository.builderOf(Account.class, axon, snapshots));
        accounts.remember(axon.eventStore());
        return accounts;
    }

    @Bean
    TransferRepository transferRepository(org.axonframework.config.Configuration axon) {
        return new TransferRepository(AggregateRepository.builderOf(Transfer.class, axon));
    }

    @Bean
    AccountsInEvents accountsInEvents() {
        return new AccountsInEvents();
    }

    @Bean
    Journal journal(UniqueClaims names, EventStore events) {
        return new Journal(names, events);
    }

    @Bean
    RefundsUnderWay refundsUnderWay(JdbcClient jdbc, EventStore events) {
        return new RefundsUnderWay(jdbc, events);
    }

    @Bean
    AccountOwners accountOwners(EventStore events) {
        return new AccountOwners(events);
    }

    @Bean
    AdjustmentHandler adjustmentHandler(
            AccountRepository accounts, Journal journal, ApprovalLimits limits, Clock clock) {
        return new AdjustmentHandler(accounts, journal, limits, clock);
    }

    @Bean
    AccountHandler accountHandler(
            AccountRepository accounts,
            Journal journal,
            RefundsUnderWay refunds,
            AdjustmentHandler adjustments,
            Clock clock) {
        return new AccountHandler(accounts, journal, refunds::to, adjustments, clock);
    }
}
