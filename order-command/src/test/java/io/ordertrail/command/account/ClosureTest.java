package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.*;

import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.RecordTransferEnded;
import io.ordertrail.api.account.AccountEvent.TransferEnded;
import io.ordertrail.api.account.AccountRefusal.RefundUnderWay;
import io.ordertrail.api.account.AccountRefusal.TransferUnderWay;
import io.ordertrail.command.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rule A5, where money is on its way. */
class ClosureTest extends AccountScenario {

    private static final CloseAccount CLOSE = new CloseAccount(ACCOUNT, "moved away", null);
    private static final RecordTransferEnded ENDED = new RecordTransferEnded(ACCOUNT, TRANSFER);

    private Scenario.Given<Account> emptyWithTransferOutAnd(Object... more) {
        Object[] events = new Object[3 + more.length];
        events[0] = created();
        events[1] = deposited("1", "5.00");
        events[2] = transferredOut(TRANSFER, "5.00");
        System.arraycopy(more, 0, events, 3, more.length);
        return given(events);
    }

    @Test
    void bug_2_3_the_account_waits_for_what_may_come_back() {
        emptyWithTransferOutAnd().when(CLOSE).refused(new TransferUnderWay(TRANSFER));
    }

    @Test
    void bug_2_3_what_comes_back_finds_the_account_open() {
        emptyWithTransferOutAnd()
                .by("SERVICE")
                .when(transferBack(TRANSFER, "5.00"))
                .then(transferredBack(TRANSFER, "5.00"));
    }

    @Test
    void what_has_arrived_stands_in_nobodys_way() {
        emptyWithTransferOutAnd().by("SERVICE").when(ENDED).then(new TransferEnded(ACCOUNT, TRANSFER, NOW));
    }

    @Test
    void nor_is_the_account_kept_open_for_it() {
        emptyWithTransferOutAnd(new TransferEnded(ACCOUNT, TRANSFER, NOW))
                .when(CLOSE)
                .then(closed());
    }

    @Test
    void nor_does_what_is_back() {
        emptyWithTransferOutAnd(transferredBack(TRANSFER, "5.00"), withdrawn("2", "5.00"))
                .when(CLOSE)
                .then(closed());
    }

    @Test
    void W7_the_account_waits_for_a_refund_that_is_on_its_way() {
        refund = Optional.of("payment-1");
        given(created()).when(CLOSE).refused(new RefundUnderWay("payment-1"));
    }

    @Test
    void that_a_transfer_has_ended_is_told_once() {
        emptyWithTransferOutAnd(new TransferEnded(ACCOUNT, TRANSFER, NOW))
                .by("SERVICE")
                .when(ENDED)
                .changesNothing(3);
        emptyWithTransferOutAnd(transferredBack(TRANSFER, "5.00"))
                .by("SERVICE")
                .when(ENDED)
                .changesNothing(3);
        given(created()).by("SERVICE").when(ENDED).changesNothing(0);
    }

    @Test
    void that_a_transfer_has_ended_is_said_by_the_service_itself() {
        emptyWithTransferOutAnd().by("SUPERVISOR").when(ENDED).forbidden();
    }

    @Test
    void what_is_paid_out_is_no_transfer_whatever_its_name() {
        given(created(), deposited("1", "5.00"), withdrawn(TRANSFER + ":out", "5.00"))
                .when(CLOSE)
                .then(closed());
    }
}
