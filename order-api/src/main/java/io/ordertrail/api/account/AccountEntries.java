package io.ordertrail.api.account;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's statement; {@code next} and {@code prev} are opaque cursors, null at either end; {@code end}
 * is one behind the last row, null while there is a next page.
 *
 * @param version of the account, up to which the statement goes
 */
@Named("account.AccountEntries")
public record AccountEntries(
        long version,
        List<Entry> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end) {

    /**
     * One movement.
     *
     * @param position of its event in the event store
     * @param at business time
     * @param amount above zero what came in, below zero what went out
     * @param counterAccount on the other side of the movement (rule A3)
     * @param balanceAfter the balance when it was done
     */
    public record Entry(
            long position,
            Instant at,
            MovementKind kind,
            Money amount,
            String counterAccount,
            String journalId,
            @Nullable String orderId,
            @PersonalData @Nullable String reference,
            Money balanceAfter) {}
}
