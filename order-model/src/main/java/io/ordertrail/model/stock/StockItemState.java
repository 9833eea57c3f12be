package io.ordertrail.model.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.model.kernel.ProcessedCommands;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stock item remembers. Its stream grows for ever, so what is over is forgotten: all but the latest lines of which
 * nothing is kept any more, and all but the latest commands and movements.
 *
 * @param policy how it is kept
 * @param registeredAt before that, it was not kept at all
 * @param commands rule O7: the latest commands
 * @param movements what left and came back lately, each by {@link Movement#key()}
 */
public record StockItemState(
        String sku,
        StockPolicy policy,
        Instant registeredAt,
        long onHand,
        Reservations reservations,
        ProcessedCommands commands,
        ProcessedCommands movements) {

    /** How many commands, and how many movements, are remembered. */
    public static final int REMEMBERED = 200;

    public static StockItemState of(StockItemRegistered event) {
        return new StockItemState(
                event.sku(),
                StockPolicy.of(event),
                event.at(),
                0,
                Reservations.NONE,
                ProcessedCommands.latest(REMEMBERED),
                ProcessedCommands.latest(REMEMBERED));
    }

    /** Rule S2; below 0 where fewer are there than are reserved or kept for safety. */
    public long available() {
        return onHand - reservations.reserved() - policy.safety();
    }

    /** Rule S6: how many of those that are reserved are not there. */
    public long missing() {
        return Math.max(0, reservations.reserved() - onHand);
    }

    /** What each event means for the state. It never refuses: what has happened has happened. */
    public StockItemState evolve(StockEvent event, long version) {
        if (event instanceof StockPolicyChanged changed) {
            return new StockItemState(
                    sku, StockPolicy.of(changed), registeredAt, onHand, reservations, commands, movements);
        }
        if (event instanceof StockReceived received) {
            return with(onHand + received.quantity());
        }
        if (event instanceof StockAdjusted adjusted) {
            return with(onHand + adjusted.quantity());
        }
        if (event instanceof ReservationSet it) {
            return with(onHand, of(it.orderId(), it.lineId()).after(it, version), version);
        }
        if (event instanceof BackorderFilled it) {
            return with(onHand, of(it.orderId(), it.lineId()).after(it), version);
        }
        if (event instanceof StockDispatched it) {
            return with(onHand - it.quantity(), of(it.orderId(), it.lineId()).after(it), version)
                    .remember(Movement.of(it).key(), version);
        }
        if (event instanceof StockReturned it) {
            return with(onHand + it.quantity()).remember(Movement.of(it).key(), version);
        }
        if (event instanceof StockShortfallDetected) {
            return this;
        }
        throw new IllegalArgumentException("An existing stock item cannot process " + event);
    }

    private Reservation of(String orderId, String lineId) {
        return reservations.of(new LineId(orderId, lineId));
    }

    public StockItemState handled(@Nullable String commandId, long version) {
        return new StockItemState(
                sku, policy, registeredAt, onHand, reservations, commands.with(commandId, version), movements);
    }

    private StockItemState remember(String key, long version) {
        return new StockItemState(
                sku, policy, registeredAt, onHand, reservations, commands, movements.with(key, version));
    }

    private StockItemState with(long there) {
        return new StockItemState(sku, policy, registeredAt, there, reservations, commands, movements);
    }

    private StockItemState with(long there, Reservation after, long version) {
        return new StockItemState(
                sku, policy, registeredAt, there, reservations.with(after, version), commands, movements);
    }
}
