package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.AT;
import static io.ordertrail.axon.Samples.eur;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.TransferEnded;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.MovementKind;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** One event of every type, with every field filled. */
final class AccountSamples {

    private static final String ACCOUNT = "account-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String TRANSFER = "transfer-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String HOLD = "payment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0a1b2c3d4e5f";

    private AccountSamples() {}

    static List<AccountEvent> events() {
        return List.of(
                new AccountCreated(ACCOUNT, "c-1042", AccountKind.CUSTOMER, CurrencyUnit.EUR, eur("50.00"), AT),
                new Deposited(ACCOUNT, "j-1", MovementKind.REFUND, eur("20.00"), "@refunds", "return 7", ORDER, AT),
                new Withdrawn(ACCOUNT, "j-2", MovementKind.CASH, eur("5.00"), "@cash-in", "till 3", AT),
                new WithdrawalRefused(
                        ACCOUNT, "j-4", eur("5.00"), "INSUFFICIENT_FUNDS", "EUR 3.00 is available, not EUR 5.00.", AT),
                new FundsHeld(ACCOUNT, HOLD, eur("54.88"), ORDER, AT),
                new HoldRefused(
                        ACCOUNT,
                        HOLD,
                        eur("54.88"),
                        ORDER,
                        "INSUFFICIENT_FUNDS",
                        "EUR 3.00 is available, not EUR 54.88.",
                        AT),
                new HoldCaptured(ACCOUNT, HOLD, HOLD + ":capture:1", eur("49.98"), "@sales", ORDER, AT),
                new HoldReleased(ACCOUNT, HOLD, eur("4.90"), "voided", AT),
                new AccountFrozen(ACCOUNT, "lost card", AT),
                new AccountUnfrozen(ACCOUNT, "found again", AT),
                new AccountClosed(ACCOUNT, "moved away", AT),
                new TransferEnded(ACCOUNT, TRANSFER, AT));
    }
}
