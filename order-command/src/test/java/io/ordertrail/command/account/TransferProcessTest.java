package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.ACCOUNT;
import static io.ordertrail.command.account.Samples.NOW;
import static io.ordertrail.command.account.Samples.OTHER;
import static io.ordertrail.command.account.Samples.eur;
import static io.ordertrail.command.account.TransferProcess.step;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferCommand.RecordTransferFailed;
import io.ordertrail.api.account.TransferCommand.RecordTransferred;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.RecordedSteps;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class TransferProcessTest {

    private static final String TRANSFER = AccountId.transfer("sample");
    private static final TransferInitiated INITIATED =
            new TransferInitiated(TRANSFER, ACCOUNT, OTHER, eur("5.00"), "rent", NOW);
    private static final Withdrawn OUT =
            new Withdrawn(ACCOUNT, TRANSFER + ":out", MovementKind.TRANSFER, eur("5.00"), "@in-transit", "rent", NOW);
    private static final Deposited IN = deposited(OTHER, ":in");
    private static final Deposited BACK = deposited(ACCOUNT, ":back");
    private static final StepRefused WITHDRAWAL_REFUSED = refused("withdraw", "INSUFFICIENT_FUNDS");
    private static final StepRefused DEPOSIT_REFUSED = refused("deposit", "ACCOUNT_IS_CLOSED");

    private final RecordedSteps steps = new RecordedSteps();

    @Test
    void the_money_is_withdrawn_first() {
        publish(1, INITIATED);
        steps.sent(step(TRANSFER, "withdraw"), withdraw()).nothingElse();
    }

    @Test
    void what_was_withdrawn_is_deposited_and_what_was_deposited_is_transferred() {
        publish(0, INITIATED, OUT, IN, new Transferred(TRANSFER, NOW));
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "deposit"), deposit(OTHER, ":in"))
                .sent(step(TRANSFER, "transferred"), new RecordTransferred(TRANSFER))
                .nothingElse();
    }

    @Test
    void where_the_withdrawal_is_refused_the_transfer_has_failed() {
        publish(0, INITIATED, WITHDRAWAL_REFUSED, failed("INSUFFICIENT_FUNDS"));
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "failed"), new RecordTransferFailed(TRANSFER, "INSUFFICIENT_FUNDS", "because"))
                .nothingElse();
    }

    @Test
    void where_the_deposit_is_refused_the_money_goes_back_before_the_transfer_has_failed() {
        publish(1, INITIATED, OUT, DEPOSIT_REFUSED);
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "deposit"), deposit(OTHER, ":in"))
                .compensated(step(TRANSFER, "return"), deposit(ACCOUNT, ":back"))
                .nothingElse();
        publish(0, INITIATED, OUT, DEPOSIT_REFUSED, BACK, failed("ACCOUNT_IS_CLOSED"));
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "deposit"), deposit(OTHER, ":in"))
                .compensated(step(TRANSFER, "return"), deposit(ACCOUNT, ":back"))
                .sent(step(TRANSFER, "failed"), new RecordTransferFailed(TRANSFER, "ACCOUNT_IS_CLOSED", "because"))
                .nothingElse();
    }

    @Test
    void an_event_that_comes_twice_sends_nothing_twice() {
        publish(1, INITIATED, OUT, OUT, IN, IN);
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "deposit"), deposit(OTHER, ":in"))
                .sent(step(TRANSFER, "transferred"), new RecordTransferred(TRANSFER))
                .nothingElse();
        publish(1, INITIATED, OUT, DEPOSIT_REFUSED, DEPOSIT_REFUSED, BACK, BACK);
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "deposit"), deposit(OTHER, ":in"))
                .compensated(step(TRANSFER, "return"), deposit(ACCOUNT, ":back"))
                .sent(step(TRANSFER, "failed"), new RecordTransferFailed(TRANSFER, "ACCOUNT_IS_CLOSED", "because"))
                .nothingElse();
        publish(1, INITIATED, WITHDRAWAL_REFUSED, WITHDRAWAL_REFUSED);
        steps.sent(step(TRANSFER, "withdraw"), withdraw())
                .sent(step(TRANSFER, "failed"), new RecordTransferFailed(TRANSFER, "INSUFFICIENT_FUNDS", "because"))
                .nothingElse();
    }

    @Test
    void movements_of_others_are_none_of_its_business() {
        publish(1, INITIATED, new Withdrawn(ACCOUNT, "till 3", MovementKind.CASH, eur("5.00"), "@cash-in", null, NOW));
        steps.sent(step(TRANSFER, "withdraw"), withdraw()).nothingElse();
    }

    private void publish(int sagasAfter, Object... events) {
        SagaTestFixture<TransferProcess> fixture = new SagaTestFixture<>(TransferProcess.class);
        fixture.registerResource(steps);
        if (events.length == 1) {
            fixture.givenNoPriorActivity().whenPublishingA(events[0]).expectActiveSagas(sagasAfter);
            return;
        }
        ContinuedGivenState given = fixture.givenAPublished(events[0]);
        for (int n = 1; n < events.length - 1; n++) {
            given = given.andThenAPublished(events[n]);
        }
        given.whenPublishingA(events[events.length - 1]).expectActiveSagas(sagasAfter);
    }

    private static Withdraw withdraw() {
        return new Withdraw(ACCOUNT, TRANSFER + ":out", MovementKind.TRANSFER, eur("5.00"), "rent", null);
    }

    private static Deposit deposit(String account, String journal) {
        return new Deposit(account, TRANSFER + journal, MovementKind.TRANSFER, eur("5.00"), "rent", null, null);
    }

    private static Deposited deposited(String account, String journal) {
        return new Deposited(
                account, TRANSFER + journal, MovementKind.TRANSFER, eur("5.00"), "@in-transit", "rent", null, NOW);
    }

    private static StepRefused refused(String step, String code) {
        return new StepRefused(TransferProcess.NAME, TRANSFER, step, "", 1, code, "because", NOW);
    }

    private static TransferFailed failed(String code) {
        return new TransferFailed(TRANSFER, code, "because", NOW);
    }
}
