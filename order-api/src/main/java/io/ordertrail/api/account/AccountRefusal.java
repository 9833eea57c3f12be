package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import java.util.List;
import org.joda.money.Money;

/** Refusals of accounts, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface AccountRefusal extends Refusal {

    @Named("account.refusal.AccountNotFound")
    record AccountNotFound(String what) implements AccountRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no account " + what + ".";
        }
    }

    @Named("account.refusal.AccountIdTaken")
    record AccountIdTaken(String accountId) implements AccountRefusal {
        @Override
        public String detail() {
            return "Another request already opened " + accountId + ".";
        }
    }

    /** A1: {@code available} is what may be taken out or held at most. */
    @Named("account.refusal.InsufficientFunds")
    record InsufficientFunds(Money amount, Money available) implements AccountRefusal, Unprocessable {
        @Override
        public String detail() {
            return available + " is available, not " + amount + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/amount", code(), detail()));
        }
    }

    @Named("account.refusal.AccountIsFrozen")
    record AccountIsFrozen(String accountId) implements AccountRefusal {
        @Override
        public String detail() {
            return accountId + " is frozen.";
        }
    }

    @Named("account.refusal.AccountIsNotFrozen")
    record AccountIsNotFrozen(String accountId) implements AccountRefusal {
        @Override
        public String detail() {
            return accountId + " is not frozen.";
        }
    }

    @Named("account.refusal.AccountIsClosed")
    record AccountIsClosed(String accountId) implements AccountRefusal {
        @Override
        public String detail() {
            return accountId + " is closed.";
        }
    }

    /** A5: only an account with nothing on it and nothing held is closed. */
    @Named("account.refusal.AccountNotEmpty")
    record AccountNotEmpty(Money balance, Money held) implements AccountRefusal {
        @Override
        public String detail() {
            return "The balance is " + balance + ", of which " + held + " is held; both must be zero.";
        }
    }

    /** A5: money is on its way from it to another account, or back. */
    @Named("account.refusal.TransferUnderWay")
    record TransferUnderWay(String transferId) implements AccountRefusal {
        @Override
        public String detail() {
            return "The transfer " + transferId + " from this account has not ended. Try again when it has.";
        }
    }

    /** A5: money that an order gives back is on its way to it. */
    @Named("account.refusal.RefundUnderWay")
    record RefundUnderWay(String paymentId) implements AccountRefusal {
        @Override
        public String detail() {
            return "A refund of " + paymentId + " is on its way to this account. Try again when it has arrived.";
        }
    }

    /** A customer's account pays for its owner's orders only. */
    @Named("account.refusal.AccountOfAnother")
    record AccountOfAnother(String accountId) implements AccountRefusal {
        @Override
        public String detail() {
            return accountId + " belongs to another customer than the order.";
        }
    }

    /** There never was such a hold, or nothing of it is left. */
    @Named("account.refusal.HoldNotOpen")
    record HoldNotOpen(String holdId) implements AccountRefusal {
        @Override
        public String detail() {
            return "Nothing is held under " + holdId + ".";
        }
    }

    /** A hold of the same id and another amount is there. */
    @Named("account.refusal.HoldIdTaken")
    record HoldIdTaken(String holdId, Money amount) implements AccountRefusal {
        @Override
        public String detail() {
            return holdId + " already holds " + amount + ".";
        }
    }

    /** A1: more was asked of a hold than is left of it. */
    @Named("account.refusal.HoldExceeded")
    record HoldExceeded(Money amount, Money left) implements AccountRefusal, Unprocessable {
        @Override
        public String detail() {
            return left + " of the hold is left, not " + amount + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/amount", code(), detail()));
        }
    }
}
