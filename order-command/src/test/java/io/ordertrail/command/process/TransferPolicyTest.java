package io.ordertrail.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.RecordTransferEnded;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferCommand.RecordTransferFailed;
import io.ordertrail.api.account.TransferCommand.RecordTransferred;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.axon.process.step.StepId;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransferPolicyTest extends PolicyScenario {

    private static final String TRANSFER = AccountId.transfer("sample");
    private static final String OTHER = AccountId.of("other");
    private static final TransferInitiated INITIATED =
            new TransferInitiated(TRANSFER, ACCOUNT, OTHER, eur("5.00"), "rent", AT);

    TransferPolicyTest() {
        super("transfer", new TransferPolicy(Map.of(TRANSFER, INITIATED)::get));
    }

    private static StepId transferStep(String process, String kind) {
        return StepId.of(process, TRANSFER, kind);
    }

    private static Withdrawn withdrawn(String journal) {
        return new Withdrawn(ACCOUNT, journal, MovementKind.TRANSFER, eur("5.00"), "@in-transit", "rent", AT);
    }

    private static Deposit deposit(String account, String journal, String reference) {
        return new Deposit(account, TRANSFER + journal, MovementKind.TRANSFER, eur("5.00"), reference, null, null);
    }

    private static Deposited deposited(String account, String journal, @Nullable String reference) {
        return new Deposited(account, journal, MovementKind.TRANSFER, eur("5.00"), "@in-transit", reference, null, AT);
    }

    @Test
    void the_money_is_withdrawn_first() {
        when(INITIATED)
                .about(TRANSFER)
                .sends(
                        "withdraw",
                        "",
                        0,
                        new Withdraw(ACCOUNT, TRANSFER + ":out", MovementKind.TRANSFER, eur("5.00"), "rent", null))
                .andNoMore();
    }

    @Test
    void what_was_withdrawn_is_deposited_and_what_was_deposited_is_transferred() {
        when(withdrawn(TRANSFER + ":out"))
                .about(TRANSFER)
                .sends("deposit", "", 0, deposit(OTHER, ":in", "rent"))
                .andNoMore();
        when(deposited(OTHER, TRANSFER + ":in", "rent"))
                .about(TRANSFER)
                .insists("record-transferred", "", 0, new RecordTransferred(TRANSFER))
                .andNoMore();
    }

    @Test
    void where_the_withdrawal_is_refused_the_transfer_has_failed() {
        when(new WithdrawalRefused(
                        ACCOUNT, TRANSFER + ":out", eur("5.00"), "INSUFFICIENT_FUNDS", "EUR 1.00 is available.", AT))
                .about(TRANSFER)
                .insists(
                        "record-transfer-failed",
                        "",
                        0,
                        new RecordTransferFailed(TRANSFER, "INSUFFICIENT_FUNDS", "EUR 1.00 is available."))
                .andNoMore();
    }

    @Test
    void what_can_never_be_withdrawn_has_failed_too() {
        when(refused(transferStep("transfer", "withdraw"), "INVALID_REQUEST", "It is an account in JPY."))
                .about(TRANSFER)
                .insists(
                        "record-transfer-failed",
                        "",
                        0,
                        new RecordTransferFailed(TRANSFER, "INVALID_REQUEST", "It is an account in JPY."))
                .andNoMore();
    }

    @Test
    void where_the_deposit_is_refused_the_money_goes_back_before_the_transfer_has_failed() {
        String why = "ACCOUNT_IS_CLOSED: " + OTHER + " is closed.";
        when(refused(transferStep("transfer", "deposit"), "ACCOUNT_IS_CLOSED", OTHER + " is closed."))
                .about(TRANSFER)
                .insists("deposit-back", "", 0, deposit(ACCOUNT, ":back", why))
                .andNoMore();
        when(deposited(ACCOUNT, TRANSFER + ":back", why))
                .about(TRANSFER)
                .insists(
                        "record-transfer-failed",
                        "",
                        0,
                        new RecordTransferFailed(TRANSFER, "ACCOUNT_IS_CLOSED", OTHER + " is closed."))
                .andNoMore();
    }

    @Test
    void a_long_reason_is_cut_to_what_a_movement_keeps() {
        when(refused(transferStep("transfer", "deposit"), "X", "y".repeat(200)))
                .about(TRANSFER)
                .insists("deposit-back", "", 0, deposit(ACCOUNT, ":back", "X: " + "y".repeat(97)))
                .andNoMore();
    }

    @Test
    void either_end_is_told_to_the_account_that_the_money_left() {
        when(new Transferred(TRANSFER, ACCOUNT, AT))
                .about(TRANSFER)
                .insists("record-transfer-ended", "", 0, new RecordTransferEnded(ACCOUNT, TRANSFER))
                .andNoMore();
        when(new TransferFailed(TRANSFER, ACCOUNT, "X", "No.", AT))
                .about(TRANSFER)
                .insists("record-transfer-ended", "", 0, new RecordTransferEnded(ACCOUNT, TRANSFER))
                .andNoMore();
    }

    @Test
    void movements_of_others_are_none_of_its_business() {
        when(withdrawn("till 3:out")).andNoMore();
        when(deposited(ACCOUNT, "till 3:in", null)).andNoMore();
        when(deposited(ACCOUNT, TRANSFER, null)).andNoMore();
        when(refused(transferStep("refund", "deposit"), "X", "No.")).andNoMore();
    }

    @Test
    void how_a_transfer_began_is_the_first_event_of_its_stream() {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.publish(new GenericDomainEventMessage<>("transfer", TRANSFER, 0, INITIATED));
        store.publish(new GenericDomainEventMessage<>("transfer", TRANSFER, 1, new Transferred(TRANSFER, ACCOUNT, AT)));
        assertThat(new BegunTransfers(store).of(TRANSFER)).isEqualTo(INITIATED);
    }
}
