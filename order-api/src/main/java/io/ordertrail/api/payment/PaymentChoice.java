package io.ordertrail.api.payment;

import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Reference;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to pay.
 *
 * @param method the provider's name: {@link #ACCOUNT}, {@link #SANDBOX} or {@link #MANUAL}
 * @param accountId the account that pays, of ACCOUNT
 * @param token what the provider gave the shop to take the money with, of any other provider; never a card number
 */
public record PaymentChoice(
        String method,
        @Reference @Nullable String accountId,
        @Label @Nullable String token) {

    /** The customer's balance. */
    public static final String ACCOUNT = "ACCOUNT";

    /** A provider that does as its token says, for trying things out. */
    public static final String SANDBOX = "SANDBOX";

    /** Money that came by hand, recorded by staff. */
    public static final String MANUAL = "MANUAL";

    /** Returned goods of another order pay for this one; a caller cannot choose it. */
    public static final String EXCHANGE = "EXCHANGE";

    public static PaymentChoice account(String accountId) {
        return new PaymentChoice(ACCOUNT, accountId, null);
    }

    public static PaymentChoice sandbox(String token) {
        return new PaymentChoice(SANDBOX, null, token);
    }

    public static PaymentChoice manual() {
        return new PaymentChoice(MANUAL, null, null);
    }
}
