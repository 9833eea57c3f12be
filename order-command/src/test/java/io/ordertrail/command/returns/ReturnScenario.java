package io.ordertrail.command.returns;

import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.command.Scenario;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.AggregateRepository;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;

/** Three tees worth 10.00 and one cap worth 7.50 are to come back. */
abstract class ReturnScenario {

    static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    static final String ID = "return-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    static final String ACCOUNT = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    static final Duration RECEIPT = Duration.ofDays(21);
    static final Instant NOW = Scenario.NOW;
    static final Instant ASKED_AT = NOW.minusSeconds(5000);
    static final Instant APPROVED_AT = NOW.minusSeconds(4000);
    static final Instant CAME_AT = NOW.minusSeconds(3000);
    static final Instant SEEN_AT = NOW.minusSeconds(2000);
    static final List<ReturnLine> LINES = List.of(
            new ReturnLine("1", "TEE-M", 3, eur("10.00"), "TOO_SMALL"),
            new ReturnLine("2", "CAP", 1, eur("7.50"), null));

    static final OpenReturn OPEN = new OpenReturn(ID, ORDER, LINES, ACCOUNT, ASKED_AT);
    static final ReturnRequested REQUESTED = new ReturnRequested(ID, ORDER, LINES, ACCOUNT, ASKED_AT);
    static final ReturnApproved APPROVED = approvedUntil(NOW.plusSeconds(1));
    static final ReturnRejected REJECTED = new ReturnRejected(ID, ORDER, "Worn", APPROVED_AT);
    static final ReturnItemsReceived ALL_CAME = came(units("1", 3), units("2", 1));

    private Scenario<Return> scenario;

    @BeforeEach
    void prepare() {
        // Whose an account is, the tests of orders show.
        AccountOwners nobodys = new AccountOwners(id -> Optional.empty());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        scenario = Scenario.of(
                Return.class,
                "SUPERVISOR",
                clock,
                builder -> new AggregateRepository<>(builder, ReturnNotFound::new),
                (returns, events) -> List.of(new ReturnHandler(returns, nobodys, clock)),
                new ReturnTimes(RECEIPT));
    }

    Scenario.Given<Return> given(Object... events) {
        return scenario.given(events);
    }

    Scenario.Given<Return> givenCausedBy(String commandId, Object... events) {
        return scenario.givenCausedBy(commandId, events);
    }

    static ReturnApproved approvedUntil(Instant dueBy) {
        return new ReturnApproved(ID, ORDER, null, dueBy, APPROVED_AT);
    }

    static ReturnItemsReceived came(ReturnedUnits... lines) {
        return new ReturnItemsReceived(ID, ORDER, List.of(lines), CAME_AT);
    }

    static List<ReturnEvent> inspected(String refund, Verdict... verdicts) {
        return List.of(
                new ReturnInspected(ID, ORDER, List.of(verdicts), skus(verdicts), SEEN_AT),
                new ReturnRefundDecided(ID, ORDER, eur(refund), null, null, null, SEEN_AT));
    }

    /** One for each verdict. */
    static List<String> skus(Verdict... verdicts) {
        return Stream.of(verdicts)
                .map(verdict -> verdict.lineId().equals("1") ? "TEE-M" : "CAP")
                .toList();
    }

    static ReturnedUnits units(String lineId, int quantity) {
        return new ReturnedUnits(lineId, quantity);
    }

    static Verdict verdict(String lineId, int quantity, Disposition disposition) {
        return new Verdict(lineId, quantity, disposition, null);
    }

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
