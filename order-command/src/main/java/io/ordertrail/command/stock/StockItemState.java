package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.ReservationConfirmed;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.command.Handled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stock item remembers. Its stream grows for ever, so what is over is forgotten: promises that were kept or taken back,
 * and all but the latest commands and movements.
 *
 * @param policy how it is kept
 * @param registeredAt before that, it was not kept at all
 * @param commands rule O7: the latest commands
 * @param movements what left and came back lately, each by {@link Movement#key()}, and the lines whose promise that kept
 */
record StockItemState(
        String sku,
        StockPolicy policy,
        Instant registeredAt,
        long onHand,
        Promises promises,
        Handled commands,
        Handled movements) {

    /** How many commands, and how many movements, are remembered. */
    static final int REMEMBERED = 200;

    static StockItemState of(StockItemRegistered event) {
        return new StockItemState(
                event.sku(),
                StockPolicy.of(event),
                event.at(),
                0,
                Promises.NONE,
                Handled.latest(REMEMBERED),
                Handled.latest(REMEMBERED));
    }

    /** Rule S2; below 0 where fewer are there than are promised or kept for safety. */
    long available() {
        return onHand - promises.reserved() - policy.safety();
    }

    /** Rule S6: how many of those that are promised are not there. */
    long missing() {
        return Math.max(0, promises.reserved() - onHand);
    }

    /** What each event means for the state. It never refuses: what has happened has happened. */
    StockItemState evolve(StockEvent event, long version) {
        if (event instanceof StockPolicyChanged changed) {
            return new StockItemState(
                    sku, StockPolicy.of(changed), registeredAt, onHand, promises, commands, movements);
        }
        if (event instanceof StockReceived received) {
            return with(onHand + received.quantity(), promises);
        }
        if (event instanceof StockAdjusted adjusted) {
            return with(onHand + adjusted.quantity(), promises);
        }
        if (event instanceof StockReserved it) {
            return with(
                    onHand,
                    promises.promise(
                            it.orderId(),
                            it.lineId(),
                            it.until(),
                            promise -> promise.reserve(it.quantity(), it.until())));
        }
        if (event instanceof BackorderRecorded it) {
            return with(
                    onHand,
                    promises.promise(
                            it.orderId(),
                            it.lineId(),
                            it.until(),
                            promise -> promise.backorder(it.quantity(), it.until(), version)));
        }
        if (event instanceof BackorderFilled it) {
            return with(onHand, promises.change(it.orderId(), it.lineId(), promise -> promise.fill(it.quantity())));
        }
        if (event instanceof ReservationConfirmed it) {
            return with(onHand, promises.change(it.orderId(), it.lineId(), Promise::confirm));
        }
        if (event instanceof ReservationReleased it) {
            long reserved = it.quantity() - it.backordered();
            return with(
                    onHand,
                    promises.change(it.orderId(), it.lineId(), promise -> promise.release(reserved, it.backordered())));
        }
        if (event instanceof StockDispatched it) {
            return dispatched(it, version);
        }
        if (event instanceof StockReturned it) {
            return with(onHand + it.quantity(), promises)
                    .remember(Movement.of(it).key(), version);
        }
        if (event instanceof StockShortfallDetected) {
            return this;
        }
        throw new IllegalArgumentException("A stock item that exists cannot take in " + event);
    }

    private StockItemState dispatched(StockDispatched it, long version) {
        Promises left = promises.change(
                it.orderId(), it.lineId(), promise -> promise.dispatch(it.reserved(), it.backordered()));
        boolean kept = it.reserved() + it.backordered() > 0
                && left.to(it.orderId(), it.lineId()).isEmpty();
        StockItemState moved =
                with(onHand - it.quantity(), left).remember(Movement.of(it).key(), version);
        return kept ? moved.remember(keptKey(it.orderId(), it.lineId()), version) : moved;
    }

    /** Whether all that was promised to the line has left, as far as the item remembers. */
    boolean hasKept(String orderId, String lineId) {
        return movements.versions().containsKey(keptKey(orderId, lineId));
    }

    private static String keptKey(String orderId, String lineId) {
        return "kept " + orderId + "/" + lineId;
    }

    StockItemState handled(@Nullable String commandId, long version) {
        return new StockItemState(
                sku, policy, registeredAt, onHand, promises, commands.with(commandId, version), movements);
    }

    private StockItemState remember(String key, long version) {
        return new StockItemState(sku, policy, registeredAt, onHand, promises, commands, movements.with(key, version));
    }

    private StockItemState with(long there, Promises promised) {
        return new StockItemState(sku, policy, registeredAt, there, promised, commands, movements);
    }
}
