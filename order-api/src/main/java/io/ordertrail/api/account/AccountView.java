package io.ordertrail.api.account;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * An account as it stood after the event of sequence number {@code version}.
 *
 * @param held of the balance, set aside for orders
 * @param available balance + credit limit − held, zero or more (rule A1)
 * @param allowedActions what may be done to it now: every {@link AccountAction} with its answer
 * @param adjustments what waits for a second person; of no customer's concern
 * @param createdAt business time of the opening
 * @param updatedAt when the last event was recorded
 */
@Named("account.AccountView")
public record AccountView(
        String id,
        String ownerId,
        AccountKind kind,
        String currency,
        Money balance,
        Money held,
        Money available,
        Money creditLimit,
        AccountStatus status,
        long version,
        List<ActionAnswer> allowedActions,
        List<Adjustment> adjustments,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What waits for a second person.
     *
     * @param number by which it is approved or denied
     * @param amount what comes; negative if it leaves
     * @param expiresAt when it is over if nobody decides before
     */
    public record Adjustment(int number, Money amount, String askedBy, Instant expiresAt) {}
}
