package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ExpireReservation;
import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.api.stock.StockRefusal.NotOnHand;
import io.ordertrail.api.stock.StockRefusal.NothingReserved;
import io.ordertrail.api.stock.StockRefusal.OutOfStock;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.Caller;
import java.time.Instant;
import java.util.Optional;

/** The rules of a stock item, each under its name, in the state that it is in. */
record StockRules(StockItemState state) {

    /** Nobody but the shop's staff and the service's own processes moves stock. */
    static void isMovedByTheShop(Caller caller) {
        if (!caller.is(Caller.SERVICE)) {
            caller.mustBe(Caller.STAFF);
        }
    }

    /** Rule S1: what is not there cannot leave. */
    void isOnHand(long units) {
        if (units > state.onHand()) {
            throw new Refused(new NotOnHand(state.sku(), state.onHand(), units));
        }
    }

    /** Rule S4: how many more the line is to be promised; 0 or fewer where it has them, or had them all. */
    long stillToPromise(ReserveStock command) {
        if (state.hasKept(command.orderId(), command.lineId())) {
            return 0;
        }
        return command.quantity()
                - promiseTo(command.orderId(), command.lineId())
                        .map(Promise::promised)
                        .orElse(0L);
    }

    /** Rule S3: whether so many can be promised of what is there. */
    boolean isAvailable(long units) {
        return units <= state.available();
    }

    /** Rule S3: what is not there can be promised within a limit only. */
    void mayBeBackordered(long units) {
        if (state.promises().backordered() + units > state.policy().backorderLimit()) {
            throw new Refused(new OutOfStock(state.sku(), Math.max(0, state.available()), units));
        }
    }

    /** Rule S5: what was not reserved for the line leaves only where it is promised to nobody else. */
    void takesFromNobody(DispatchStock command, long reserved) {
        isOnHand(command.quantity());
        long beyond = command.quantity() - reserved;
        if (beyond > Math.max(0, state.available())) {
            throw new Refused(new OutOfStock(state.sku(), Math.max(0, state.available()), beyond));
        }
    }

    /** The promise, where its time is over and nobody confirmed it. */
    Optional<Promise> expired(ExpireReservation command, Instant now) {
        return promiseTo(command.orderId(), command.lineId())
                .filter(promise -> !promise.confirmed() && !promise.until().isAfter(now));
    }

    /**
     * Whether the promise stands without a confirmation, because it was confirmed or because it was kept. Of one that ended
     * before, whoever confirms it must hear.
     */
    boolean needsNoConfirmation(String orderId, String lineId) {
        return promiseTo(orderId, lineId).map(Promise::confirmed).orElseGet(() -> {
            if (state.hasKept(orderId, lineId)) {
                return true;
            }
            throw new Refused(new NothingReserved(state.sku(), orderId, lineId));
        });
    }

    /**
     * The back-order that is filled next: the oldest, once all of it is there. A younger one never goes before it, however
     * small it is.
     */
    Optional<Promise> nextToFill() {
        return state.promises().longestWaiting().filter(promise -> isAvailable(promise.backordered()));
    }

    Optional<Promise> promiseTo(String orderId, String lineId) {
        return state.promises().to(orderId, lineId);
    }
}
