package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEntries.Entry;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.RowValues;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's statement ends.
 *
 * @param added the entries that came since it was read
 */
record Statement(String accountId, Money balance, long version, List<Line> added) {

    /** An entry, and the version of the account that it made. */
    record Line(long version, Entry entry) {}

    /** {@code before} with one more event, or {@code before} itself if it already holds it. */
    static Statement next(@Nullable Statement before, DomainEventMessage<?> message) {
        Recorded<AccountEvent> recorded = Recorded.of(message, AccountEvent.class);
        if (before == null) {
            recorded.follows(-1);
            if (recorded.event() instanceof AccountCreated opened) {
                return new Statement(opened.accountId(), Money.zero(opened.currency()), 0, List.of());
            }
            throw new IllegalStateException("A stream cannot begin with " + recorded.event());
        }
        return recorded.follows(before.version) ? before.with(recorded, position(message)) : before;
    }

    private Statement with(Recorded<AccountEvent> recorded, long position) {
        Movement movement = Movement.of(recorded.event());
        if (movement == null) {
            return new Statement(accountId, balance, recorded.version(), added);
        }
        Money after = balance.plus(movement.amount());
        List<Line> more = new ArrayList<>(added);
        more.add(new Line(
                recorded.version(),
                new Entry(
                        position,
                        RowValues.micros(movement.at()),
                        movement.kind(),
                        movement.amount(),
                        movement.counterAccount(),
                        movement.journalId(),
                        movement.orderId(),
                        movement.reference(),
                        after)));
        return new Statement(accountId, after, recorded.version(), more);
    }

    /** @throws IllegalStateException the event does not come from the store's stream of all events */
    static long position(DomainEventMessage<?> message) {
        long position = Positions.of(message);
        if (position >= 0) {
            return position;
        }
        throw new IllegalStateException("Event " + message.getIdentifier() + " has no position");
    }
}
