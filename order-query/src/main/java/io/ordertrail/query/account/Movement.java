package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.MovementKind;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an event moves: the same, whichever of three events it is.
 *
 * @param amount above zero comes in, below zero goes out
 */
record Movement(
        String accountId,
        String journalId,
        MovementKind kind,
        Money amount,
        String counterAccount,
        @Nullable String orderId,
        @Nullable String reference,
        Instant at) {

    /** Null if {@code event} moves nothing. */
    static @Nullable Movement of(AccountEvent event) {
        if (event instanceof Deposited in) {
            return new Movement(
                    in.accountId(),
                    in.journalId(),
                    in.kind(),
                    in.amount(),
                    in.counterAccount(),
                    in.orderId(),
                    in.reference(),
                    in.at());
        }
        if (event instanceof Withdrawn out) {
            return new Movement(
                    out.accountId(),
                    out.journalId(),
                    out.kind(),
                    out.amount().negated(),
                    out.counterAccount(),
                    null,
                    out.reference(),
                    out.at());
        }
        if (event instanceof HoldCaptured captured) {
            return new Movement(
                    captured.accountId(),
                    captured.journalId(),
                    MovementKind.SALE,
                    captured.amount().negated(),
                    captured.counterAccount(),
                    captured.orderId(),
                    captured.holdId(),
                    captured.at());
        }
        return null;
    }
}
