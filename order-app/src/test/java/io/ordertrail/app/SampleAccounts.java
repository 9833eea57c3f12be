package io.ordertrail.app;

import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A few accounts that have just been opened. */
public final class SampleAccounts {

    /** The balance of the customer of the example of an order. */
    public static final String OWN = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    public static final String ANOTHERS = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a11";
    public static final String GIFT_CARD = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a12";
    public static final String NONE = "account-7c9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a13";

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    private SampleAccounts() {}

    static AccountView view(String accountId) {
        return switch (accountId) {
            case OWN -> view(accountId, "c-1042", AccountKind.CUSTOMER);
            case ANOTHERS -> view(accountId, "c-1", AccountKind.CUSTOMER);
            case GIFT_CARD -> view(accountId, "c-1", AccountKind.GIFT_CARD);
            default -> throw new Refused(new AccountNotFound(accountId));
        };
    }

    private static AccountView view(String accountId, String ownerId, AccountKind kind) {
        Money nothing = Money.zero(CurrencyUnit.EUR);
        return new AccountView(
                accountId,
                ownerId,
                kind,
                "EUR",
                nothing,
                nothing,
                nothing,
                nothing,
                AccountStatus.OPEN,
                0,
                List.of(),
                THEN,
                THEN);
    }
}
