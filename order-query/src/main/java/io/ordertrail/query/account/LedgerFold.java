package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.account.LedgerRow.Side;
import io.ordertrail.query.projection.fold.EventFold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Two rows a movement (rule A3), known by its position; and one a transfer, known by the transfer, with the amount that
 * the transfer itself names.
 */
final class LedgerFold implements EventFold<LedgerRow> {

    private static final Set<Class<?>> EVENTS =
            Set.of(Deposited.class, Withdrawn.class, HoldCaptured.class, TransferInitiated.class);

    @Override
    public boolean concerns(EventMessage<?> event) {
        return EVENTS.contains(event.getPayloadType()) || UnknownEvents.mayBe(event, EVENTS);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        if (UnknownEvents.known(event, Object.class) instanceof TransferInitiated transfer) {
            return List.of(transfer.transferId());
        }
        long position = Statement.position((DomainEventMessage<?>) event);
        List<String> keys = new ArrayList<>(List.of(key(position, Side.ACCOUNT), key(position, Side.HOUSE)));
        transfer(movement(event)).ifPresent(keys::add);
        return keys;
    }

    @Override
    public @Nullable LedgerRow fold(String key, @Nullable LedgerRow row, EventMessage<?> event) {
        long position = Statement.position((DomainEventMessage<?>) event);
        if (event.getPayload() instanceof TransferInitiated transfer) {
            return row == null ? LedgerRow.moved(key, Side.TRANSIT, key, transfer.amount(), LedgerRow.NOT_YET) : row;
        }
        Movement movement = movement(event);
        if (key.equals(key(position, Side.ACCOUNT))) {
            return row == null
                    ? LedgerRow.moved(key, Side.ACCOUNT, movement.accountId(), movement.amount(), position)
                    : row;
        }
        if (key.equals(key(position, Side.HOUSE))) {
            return row == null
                    ? LedgerRow.moved(
                            key,
                            Side.HOUSE,
                            movement.counterAccount(),
                            movement.amount().negated(),
                            position)
                    : row;
        }
        if (row == null) {
            // A transfer that never was.
            return null;
        }
        return movement.amount().isNegative() ? row.left(position) : row.arrived(position);
    }

    @Override
    public long version(LedgerRow row) {
        return row.version();
    }

    private static Movement movement(EventMessage<?> event) {
        return Objects.requireNonNull(Movement.of((AccountEvent) event.getPayload()), "no movement");
    }

    private static String key(long position, Side side) {
        return position + ":" + side.name();
    }

    /** The transfer whose money it moves; its journal ids begin with it. */
    private static Optional<String> transfer(Movement movement) {
        int end = movement.journalId().indexOf(':');
        return Optional.of(end < 0 ? "" : movement.journalId().substring(0, end))
                .filter(AccountId::isTransfer);
    }
}
