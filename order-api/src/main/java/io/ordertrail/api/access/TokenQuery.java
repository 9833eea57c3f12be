package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;

/** What can be asked about the tokens of an OpenID provider. */
public sealed interface TokenQuery {

    /** All withdrawals, the oldest first: {@link TokenWithdrawalList}. */
    @Named("access.ListTokenWithdrawals")
    record ListTokenWithdrawals() implements TokenQuery {}
}
