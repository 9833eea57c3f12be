package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;
import java.util.List;
import org.joda.money.Money;

/** Refusals of accounts, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface AccountRefusal extends Refusal {

    @Named("account.refusal.AccountNotFound")
    @Sentence("There is no account {what}.")
    record AccountNotFound(String what) implements AccountRefusal, NotFound {}

    @Named("account.refusal.AccountIdTaken")
    @Sentence("Another request already opened {accountId}.")
    record AccountIdTaken(String accountId) implements AccountRefusal {}

    /** A1: {@code available} is what may be taken out or held at most. */
    @Named("account.refusal.InsufficientFunds")
    @Sentence("{available} is available, not {amount}.")
    record InsufficientFunds(Money amount, Money available) implements AccountRefusal, Unprocessable {

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/amount", code(), detail()));
        }
    }

    @Named("account.refusal.AccountIsFrozen")
    @Sentence("{accountId} is frozen.")
    record AccountIsFrozen(String accountId) implements AccountRefusal {}

    @Named("account.refusal.AccountIsNotFrozen")
    @Sentence("{accountId} is not frozen.")
    record AccountIsNotFrozen(String accountId) implements AccountRefusal {}

    @Named("account.refusal.AccountIsClosed")
    @Sentence("{accountId} is closed.")
    record AccountIsClosed(String accountId) implements AccountRefusal {}

    /** A5: only an account with nothing on it and nothing held is closed. */
    @Named("account.refusal.AccountNotEmpty")
    @Sentence("The balance is {balance}, of which {held} is held; both must be zero.")
    record AccountNotEmpty(Money balance, Money held) implements AccountRefusal {}

    /** A5: money is on its way from it to another account, or back. */
    @Named("account.refusal.TransferUnderWay")
    @Sentence("The transfer {transferId} from this account has not ended. Try again when it has.")
    record TransferUnderWay(String transferId) implements AccountRefusal {}

    /** A5: money that an order gives back is on its way to it. */
    @Named("account.refusal.RefundUnderWay")
    @Sentence("A refund of {paymentId} is on its way to this account. Try again when it has arrived.")
    record RefundUnderWay(String paymentId) implements AccountRefusal {}

    /** A customer's account pays for its owner's orders only. */
    @Named("account.refusal.AccountOfAnother")
    @Sentence("{accountId} belongs to another customer than the order.")
    record AccountOfAnother(String accountId) implements AccountRefusal {}

    /** There never was such a hold, or nothing of it is left. */
    @Named("account.refusal.HoldNotOpen")
    @Sentence("Nothing is held under {holdId}.")
    record HoldNotOpen(String holdId) implements AccountRefusal {}

    /** A hold of the same id and another amount is there. */
    @Named("account.refusal.HoldIdTaken")
    @Sentence("{holdId} already holds {amount}.")
    record HoldIdTaken(String holdId, Money amount) implements AccountRefusal {}

    /** A1: more was asked of a hold than is left of it. */
    @Named("account.refusal.HoldExceeded")
    @Sentence("{left} of the hold is left, not {amount}.")
    record HoldExceeded(Money amount, Money left) implements AccountRefusal, Unprocessable {

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/amount", code(), detail()));
        }
    }
}
