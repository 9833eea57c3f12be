package io.ordertrail.command.account;

import io.ordertrail.command.Scenario;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.model.kernel.ApprovalLimits;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account of the customer, in every state. */
abstract class AccountScenario {

    static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    Scenario<Account> scenario;

    /** The payment of which a refund is on its way to the account. */
    Optional<String> refund = Optional.empty();

    @BeforeEach
    void prepare() {
        scenario = scenario(new UniqueClaims(Database.empty()), account -> refund);
    }

    static Scenario<Account> scenario(UniqueClaims names, Function<String, Optional<String>> refunds) {
        return scenario(names, refunds, ApprovalLimits.NONE);
    }

    static Scenario<Account> scenario(
            UniqueClaims names, Function<String, Optional<String>> refunds, ApprovalLimits limits) {
        return Scenario.of(
                        Account.class,
                        "SUPERVISOR",
                        CLOCK,
                        AccountRepository::new,
                        (accounts, events) -> {
                            Journal journal = new Journal(names, events);
                            AdjustmentHandler adjustments = new AdjustmentHandler(accounts, journal, limits, CLOCK);
                            return List.of(
                                    adjustments, new AccountHandler(accounts, journal, refunds, adjustments, CLOCK));
                        },
                        new CustomerNames(JdbcClient.create(Database.SOURCE)))
                .about(Samples.ACCOUNT);
    }

    Scenario.Given<Account> given(Object... events) {
        return scenario.given(events);
    }

    Scenario.Given<Account> givenCausedBy(String commandId, Object... events) {
        return scenario.givenCausedBy(commandId, events);
    }

    Scenario.Given<Account> givenNothing() {
        return scenario.given();
    }
}
