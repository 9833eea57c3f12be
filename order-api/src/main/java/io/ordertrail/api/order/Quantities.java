package io.ordertrail.api.order;

/**
 * Units of a line, or of all lines of an order added up. Rule O3: {@code 0 ≤ delivered ≤ shipped ≤ approved ≤ ordered −
 * cancelled}; rule R1: {@code returned + returning ≤ shipped}; nothing else can be written down.
 *
 * @param awaited asked of stock and not yet promised
 * @param backordered promised, though not there yet
 * @param returning asked to be sent back, and not back yet
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
        long returning) {

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
                || awaited + backordered > ordered - cancelled - approved) {
            throw new IllegalArgumentException(("O3 broken: ordered %d, cancelled %d, approved %d, shipped %d,"
                            + " delivered %d, returned %d, awaited %d, backordered %d, returning %d")
                    .formatted(
                            ordered,
                            cancelled,
                            approved,
                            shipped,
                            delivered,
                            returned,
                            awaited,
                            backordered,
                            returning));
        }
    }

    public static Quantities ordered(long units) {
        return new Quantities(units, 0, 0, 0, 0, 0, 0, 0, 0);
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
                returning + other.returning);
    }

    /** What is not there yet is given up first. */
    public Quantities cancel(long units) {
        long unpromised = Math.max(0, awaited - units);
        long missing = Math.max(0, backordered - Math.max(0, units - awaited));
        return new Quantities(
                ordered, cancelled + units, approved, shipped, delivered, returned, unpromised, missing, returning);
    }

    /** All units as one wants them from now on, of which nothing was approved yet; what was cancelled is forgotten. */
    public Quantities reorder(long units) {
        Quantities fewer = units < wanted() ? cancel(wanted() - units) : this;
        return new Quantities(units, 0, 0, 0, 0, 0, fewer.awaited, fewer.backordered, 0);
    }

    public Quantities approve(long units) {
        return new Quantities(
                ordered, cancelled, approved + units, shipped, delivered, returned, awaited, backordered, returning);
    }

    /** They are not shipped after all, and open again. */
    public Quantities withdraw(long units) {
        return approve(-units);
    }

    public Quantities ship(long units) {
        return new Quantities(
                ordered, cancelled, approved, shipped + units, delivered, returned, awaited, backordered, returning);
    }

    public Quantities deliver(long units) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered + units, returned, awaited, backordered, returning);
    }

    /** They are asked of stock. */
    public Quantities await(long units) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered, returned, awaited + units, backordered, returning);
    }

    /** All that was asked of stock is promised, of which {@code missing} more units are not there yet. */
    public Quantities promise(long missing) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered, returned, 0, backordered + missing, returning);
    }

    /** Back-ordered units are there. */
    public Quantities fill(long units) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered, returned, awaited, backordered - units, returning);
    }

    public Quantities askBack(long units) {
        return new Quantities(
                ordered, cancelled, approved, shipped, delivered, returned, awaited, backordered, returning + units);
    }

    /** Units that were asked back stay with the customer. */
    public Quantities keep(long units) {
        return askBack(-units);
    }

    /** Units that were asked back are back. */
    public Quantities takeBack(long units) {
        return new Quantities(
                ordered,
                cancelled,
                approved,
                shipped,
                delivered,
                returned + units,
                awaited,
                backordered,
                returning - units);
    }

    /** What the customer is still to have in the end. */
    public long wanted() {
        return ordered - cancelled;
    }

    /** What may still be cancelled. */
    public long open() {
        return ordered - cancelled - approved;
    }

    /** What may still be approved for a shipment: open, and there as far as stock is kept. */
    public long ready() {
        return open() - awaited - backordered;
    }

    /** What may still be asked back. */
    public long returnable() {
        return shipped - returned - returning;
    }
}
