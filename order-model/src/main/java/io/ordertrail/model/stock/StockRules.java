package io.ordertrail.model.stock;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotOnHand;
import io.ordertrail.api.stock.StockRefusal.OutOfStock;
import java.time.Instant;
import java.util.Optional;

/** The rules of a stock item, each under its name, in the state that it is in. */
public record StockRules(StockItemState state) {

    /** Units that are kept for a line. */
    private record Kept(long reserved, long backordered) {

        static Kept of(Reservation line) {
            return new Kept(line.reserved(), line.backordered());
        }

        long units() {
            return reserved + backordered;
        }
    }

    /** Rule S1: what is not there cannot leave. */
    public void isOnHand(long units) {
        if (units > state.onHand()) {
            throw new Refused(new NotOnHand(state.sku(), state.onHand(), units));
        }
    }

    /**
     * Rule S4: whether this ask of the line is the newest one that the item has heard, so that it is answered already.
     */
    public boolean isAnswered(SetReservation ask) {
        return ask.number() == reservationOf(ask).number();
    }

    /** Rule S4: a newer ask than any before sets the line to what it wants; an older one is told what is kept. */
    public ReservationSet answer(SetReservation ask, Instant at) {
        Reservation line = reservationOf(ask);
        long left = leftOf(line, ask);
        long wanted = Math.max(0, ask.quantity() + ask.left() - left);
        boolean overtaken = ask.number() < line.number();
        Kept kept = overtaken ? Kept.of(line) : set(line, wanted);
        return new ReservationSet(
                ask.itemId(),
                ask.orderId(),
                ask.lineId(),
                ask.number(),
                wanted,
                kept.reserved(),
                kept.backordered(),
                overtaken ? 0 : wanted - kept.units(),
                left,
                line.reserved(),
                line.backordered(),
                at);
    }

    private Reservation reservationOf(SetReservation ask) {
        return state.reservations().of(new LineId(ask.orderId(), ask.lineId()));
    }

    /** Of a line that never asked before, only the order knows what left before the item was tracked. */
    private static long leftOf(Reservation line, SetReservation ask) {
        return line.number() == 0 ? Math.max(line.left(), ask.left()) : line.left();
    }

    private Kept set(Reservation line, long wanted) {
        return wanted > line.kept() ? raise(line, wanted - line.kept()) : lower(line, wanted);
    }

    /** What is not there goes first: it is of the least use to the order. */
    private static Kept lower(Reservation line, long wanted) {
        long reserved = Math.min(line.reserved(), wanted);
        return new Kept(reserved, wanted - reserved);
    }

    /** Rule S3: what is not there is back-ordered within the limit; beyond it, the line keeps what it had. */
    private Kept raise(Reservation line, long units) {
        long there = Math.min(units, free());
        long missing = units - there;
        boolean allowed = missing == 0
                || state.reservations().backordered() + missing
                        <= state.policy().backorderLimit();
        return allowed ? new Kept(line.reserved() + there, line.backordered() + missing) : Kept.of(line);
    }

    /** Process 5: while a line waits, what is there is for it. */
    private long free() {
        return state.reservations().longestWaiting().isPresent() ? 0 : Math.max(0, state.available());
    }

    /**
     * Process 5: what the line that waits longest gets of what is there, part by part. A younger one never goes before
     * it, however small it is.
     */
    public Optional<BackorderFilled> nextToFill(Instant at) {
        return state.reservations()
                .longestWaiting()
                .filter(line -> state.available() > 0)
                .map(line -> {
                    long units = Math.min(line.backordered(), state.available());
                    return new BackorderFilled(
                            StockItemId.of(state.sku()),
                            line.line().orderId(),
                            line.line().lineId(),
                            line.number(),
                            units,
                            line.reserved() + units,
                            line.backordered() - units,
                            line.left(),
                            at);
                });
    }

    /** Rule S5: what was not reserved for the line leaves only where it is kept for nobody else. */
    public void takesFromNobody(DispatchStock command, long reserved) {
        isOnHand(command.quantity());
        long beyond = command.quantity() - reserved;
        if (beyond > Math.max(0, state.available())) {
            throw new Refused(new OutOfStock(state.sku(), Math.max(0, state.available()), beyond));
        }
    }
}
