package io.ordertrail.command.process;

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
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Moves the money of a transfer: out of one account, into the other, and where the other refuses it, back again. The
 * movements know it by their journal ids, which are the transfer's id with {@code :out}, {@code :in} or {@code :back}.
 */
final class TransferPolicy {

    static final String NAME = "transfer";

    private static final String WITHDRAW = "withdraw";
    private static final String DEPOSIT = "deposit";
    private static final String OUT = ":out";
    private static final String IN = ":in";
    private static final String BACK = ":back";

    private final Function<String, TransferInitiated> transfers;

    /** @param transfers how a transfer began, by its id: a movement names one of the two accounts only */
    TransferPolicy(Function<String, TransferInitiated> transfers) {
        this.transfers = transfers;
    }

    @EventHandler
    void on(TransferInitiated event, StepOutbox steps) {
        String id = event.transferId();
        steps.send(
                StepId.of(NAME, id, WITHDRAW),
                new Withdraw(event.from(), id + OUT, MovementKind.TRANSFER, event.amount(), event.reference(), null));
    }

    @EventHandler
    void on(Withdrawn event, StepOutbox steps) {
        String id = transferOf(event.journalId(), OUT);
        if (id != null) {
            TransferInitiated transfer = transfers.apply(id);
            steps.send(StepId.of(NAME, id, DEPOSIT), deposit(transfer, transfer.to(), IN, transfer.reference()));
        }
    }

    @EventHandler
    void on(WithdrawalRefused event, StepOutbox steps) {
        String id = transferOf(event.journalId(), OUT);
        if (id != null) {
            failed(id, new Why(event.code(), event.detail()), steps);
        }
    }

    @EventHandler
    void on(Deposited event, StepOutbox steps) {
        String arrived = transferOf(event.journalId(), IN);
        if (arrived != null) {
            steps.insist(StepId.of(NAME, arrived, "record-transferred"), new RecordTransferred(arrived));
        }
        String back = transferOf(event.journalId(), BACK);
        if (back != null) {
            failed(back, Why.of(event.reference()), steps);
        }
    }

    /**
     * Of what can never be: another currency, a closed account. Money that never left has failed to; money that left
     * goes back first.
     */
    @EventHandler
    void on(StepRefused event, StepOutbox steps) {
        if (!event.process().equals(NAME)) {
            return;
        }
        Why why = new Why(event.code(), event.detail());
        if (event.kind().equals(WITHDRAW)) {
            failed(event.subject(), why, steps);
        } else if (event.kind().equals(DEPOSIT)) {
            TransferInitiated transfer = transfers.apply(event.subject());
            steps.insist(
                    StepId.of(NAME, event.subject(), "deposit-back"),
                    deposit(transfer, transfer.from(), BACK, why.reference()));
        }
    }

    @EventHandler
    void on(Transferred event, StepOutbox steps) {
        ended(event.transferId(), event.from(), steps);
    }

    @EventHandler
    void on(TransferFailed event, StepOutbox steps) {
        ended(event.transferId(), event.from(), steps);
    }

    private static void failed(String id, Why why, StepOutbox steps) {
        steps.insist(
                StepId.of(NAME, id, "record-transfer-failed"), new RecordTransferFailed(id, why.code(), why.detail()));
    }

    private static void ended(String id, String from, StepOutbox steps) {
        steps.insist(StepId.of(NAME, id, "record-transfer-ended"), new RecordTransferEnded(from, id));
    }

    private static Deposit deposit(
            TransferInitiated transfer, String account, String journal, @Nullable String reference) {
        return new Deposit(
                account,
                transfer.transferId() + journal,
                MovementKind.TRANSFER,
                transfer.amount(),
                reference,
                null,
                null);
    }

    /** The transfer of which a movement is this part; null where it is none. */
    private static @Nullable String transferOf(String journalId, String part) {
        String id = journalId.endsWith(part) ? journalId.substring(0, journalId.length() - part.length()) : "";
        return AccountId.isTransfer(id) ? id : null;
    }

    /** Why money comes back. It stands as the reference of the movement, where the owner of the account reads it. */
    private record Why(String code, String detail) {

        /** The most characters that a movement keeps of a reference. */
        private static final int MAX_REFERENCE = 100;

        private static final String MARK = ": ";

        static Why of(@Nullable String reference) {
            String words = reference == null ? "" : reference;
            int mark = words.indexOf(MARK);
            return mark < 0
                    ? new Why("REFUSED", words)
                    : new Why(words.substring(0, mark), words.substring(mark + MARK.length()));
        }

        String reference() {
            String words = code + MARK + detail;
            return words.length() > MAX_REFERENCE ? words.substring(0, MAX_REFERENCE) : words;
        }
    }
}
