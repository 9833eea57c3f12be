package io.ordertrail.model.order.goods;

/**
 * Units of a line, or of all lines of an order added up. Rule O3: {@code 0 ≤ delivered ≤ shipped ≤ approved ≤ ordered −
 * cancelled}; rule R1: {@code returned + returning ≤ shipped}; nothing else can be written down.
 *
 * @param shipped left the house, but for those that were lost
 * @param awaited asked of stock and not promised
 * @param backordered promised, though not there yet
 * @param returning asked to be sent back, and not back yet
 * @param lost left the house and did not arrive: they are open again, or cancelled
 */
public record Quantities(
        long ordered,
        long cancelled,
        long approved,
        long shipped,
        long delivered,
        long returned,
        long awaited,
        long backordered,
        long returning,
        long lost) {

    public Quantities {
        if (delivered < 0
                || delivered > shipped
                || shipped > approved
                || approved > ordered - cancelled
                || cancelled < 0
                || returned < 0
                || returning < 0
                || returned + returning > shipped
                || awaited < 0
                || backordered < 0
                || lost < 0
                || awaited + backordered > ordered - cancelled - approved) {
            throw new IllegalArgumentException(("O3 broken: ordered %d, cancelled %d, approved %d, shipped %d,"
                            + " delivered %d, returned %d, awaited %d, backordered %d, returning %d, lost %d")
                    .formatted(
                            ordered,
                            cancelled,
                            approved,
                            shipped,
                            delivered,
                            returned,
                            awaited,
                            backordered,
                            returning,
                            lost));
        }
    }

    public static Quantities ordered(long units) {
        return new Quantities(units, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Both together. */
    public Quantities plus(Quantities other) {
        return new Quantities(
                ordered + other.ordered,
                cancelled + other.cancelled,
                approved + other.approved,
                shipped + other.shipped,
                delivered + other.delivered,
                returned + other.returned,
                awaited + other.awaited,
                backordered + other.backordered,
                returning + other.returning,
                lost + other.lost);
    }

    /** What is not there yet is given up first. */
    public Quantities cancel(long units) {
        long unpromised = Math.max(0, awaited - units);
        long missing = Math.max(0, backordered - Math.max(0, units - awaited));
        return new Quantities(
                ordered,
                cancelled + units,
                approved,
                shipped,
                delivered,
                returned,
                unpromised,
                missing,
                returning,
                lost);
    }

    /** A new quantity, before any unit has left; cancelled units are forgotten. */
    public Quantities reorder(long units) {
        Quantities fewer = units < wanted() ? cancel(wanted() - units) : this;
        return new Quantities(units, 0, 0, 0, 0, 0, fewer.awaited, fewer.backordered, 0, lost);
    }

    /** They are allowed to leave. */
    public Quantities approve(long units) {
        return way(approved + units, shipped, delivered, lost);
    }

    /** They are not shipped after all, and open again. */
    public Quantities withdraw(long units) {
        return approve(-units);
    }

    public Quantities ship(long units) {
        return way(approved, shipped + units, delivered, lost);
    }

    public Quantities deliver(long units) {
        return way(approved, shipped, delivered + units, lost);
    }

    /** They left and did not arrive, and are open again. */
    public Quantities lose(long units) {
        return way(approved - units, shipped - units, delivered, lost + units);
    }

    /**
     * What stock keeps: of the units that are open, {@code granted} less those that were approved or lost are there, so
     * many more are waited for, and the rest is not promised.
     */
    public Quantities keep(long granted, long waiting) {
        long there = Math.max(0, Math.min(granted - approved - lost, open()));
        long missing = Math.min(waiting, open() - there);
        return new Quantities(
                ordered,
                cancelled,
                approved,
                shipped,
                delivered,
                returned,
                open() - there - missing,
                missing,
                returning,
                lost);
    }

    public Quantities askBack(long units) {
        return back(returned, returning + units);
    }

    /** Requested units stay with the customer. */
    public Quantities leave(long units) {
        return askBack(-units);
    }

    /** Requested units have come back. */
    public Quantities takeBack(long units) {
        return back(returned + units, returning - units);
    }

    /** What the customer is still to have in the end. */
    public long wanted() {
        return ordered - cancelled;
    }

    /** Units that may still be cancelled. */
    public long open() {
        return ordered - cancelled - approved;
    }

    /** Units that may still be approved for a shipment: open, and in stock if the SKU is tracked. */
    public long ready() {
        return open() - awaited - backordered;
    }

    /** Units that a return may still request. */
    public long returnable() {
        return shipped - returned - returning;
    }

    private Quantities way(long allowed, long gone, long arrived, long missed) {
        return new Quantities(
                ordered, cancelled, allowed, gone, arrived, returned, awaited, backordered, returning, missed);
    }

    private Quantities back(long came, long coming) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered, came, awaited, backordered, coming, lost);
    }
}
