package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferCommand.RecordTransferFailed;
import io.ordertrail.api.account.TransferCommand.RecordTransferred;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Moves the money of one transfer: out of one account, into the other, and where the other refuses it, back again. The movements
 * know it by their journal ids, which are the transfer's id with {@code :out}, {@code :in} or {@code :back}.
 */
public class TransferProcess {

    /** Its name in the store, and that of its event processor. */
    static final String NAME = "transfer";

    /** What it waits for. */
    enum Stage {
        WITHDRAWAL,
        DEPOSIT,
        RETURN,
        END
    }

    private String id = "";
    private String from = "";
    private String to = "";
    private @Nullable Money amount;
    private @Nullable String reference;
    private Stage stage = Stage.WITHDRAWAL;
    private String code = "";
    private String detail = "";

    /** Axon makes it. */
    public TransferProcess() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferInitiated event, Steps steps) {
        id = event.transferId();
        from = event.from();
        to = event.to();
        amount = event.amount();
        reference = event.reference();
        SagaLifecycle.associateWith("subject", id);
        expect("out");
        Withdraw out = new Withdraw(from, id + ":out", MovementKind.TRANSFER, amount, reference, null);
        steps.send(step(id, "withdraw"), out);
    }

    @SagaEventHandler(associationProperty = "journalId")
    void on(Withdrawn event, Steps steps) {
        if (stage == Stage.WITHDRAWAL) {
            stage = Stage.DEPOSIT;
            expect("in");
            steps.send(step(id, "deposit"), deposit(to, "in"));
        }
    }

    @SagaEventHandler(associationProperty = "journalId")
    void on(Deposited event, Steps steps) {
        if (stage == Stage.DEPOSIT) {
            stage = Stage.END;
            steps.send(step(id, "transferred"), new RecordTransferred(id));
        } else if (stage == Stage.RETURN) {
            fail(steps);
        }
    }

    @SagaEventHandler(associationProperty = "subject")
    void on(StepRefused event, Steps steps) {
        code = event.code();
        detail = event.detail();
        if (stage == Stage.WITHDRAWAL) {
            fail(steps);
        } else if (stage == Stage.DEPOSIT) {
            stage = Stage.RETURN;
            expect("back");
            steps.compensate(step(id, "return"), deposit(from, "back"));
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(Transferred event) {
        stage = Stage.END;
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferFailed event) {
        stage = Stage.END;
    }

    static StepId step(String transferId, String step) {
        return StepId.first(NAME, transferId, step);
    }

    /** To be called before the command is sent, or its event might find nobody waiting. */
    private void expect(String journal) {
        SagaLifecycle.associateWith("journalId", id + ":" + journal);
    }

    private Deposit deposit(String account, String journal) {
        return new Deposit(account, id + ":" + journal, MovementKind.TRANSFER, amount, reference, null, null);
    }

    private void fail(Steps steps) {
        stage = Stage.END;
        steps.send(step(id, "failed"), new RecordTransferFailed(id, code, detail));
    }
}
