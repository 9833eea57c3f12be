package io.ordertrail.api.order;

/**
 * Units of a line, or of all lines of an order added up. Rule O3: {@code 0 ≤ delivered ≤ shipped ≤ approved ≤ ordered −
 * cancelled} and {@code returned ≤ shipped}; nothing else can be written down.
 */
public record Quantities(long ordered, long cancelled, long approved, long shipped, long delivered, long returned) {

    public Quantities {
        if (delivered < 0
                || delivered > shipped
                || shipped > approved
                || approved > ordered - cancelled
                || cancelled < 0
                || returned < 0
                || returned > shipped) {
            throw new IllegalArgumentException(
                    "O3 broken: ordered %d, cancelled %d, approved %d, shipped %d, delivered %d, returned %d"
                            .formatted(ordered, cancelled, approved, shipped, delivered, returned));
        }
    }

    public static Quantities ordered(long units) {
        return new Quantities(units, 0, 0, 0, 0, 0);
    }

    public Quantities cancel(long units) {
        return new Quantities(ordered, cancelled + units, approved, shipped, delivered, returned);
    }

    public Quantities approve(long units) {
        return new Quantities(ordered, cancelled, approved + units, shipped, delivered, returned);
    }

    public Quantities ship(long units) {
        return new Quantities(ordered, cancelled, approved, shipped + units, delivered, returned);
    }

    public Quantities deliver(long units) {
        return new Quantities(ordered, cancelled, approved, shipped, delivered + units, returned);
    }

    /** What the customer is still to have in the end. */
    public long wanted() {
        return ordered - cancelled;
    }

    /** What may still be approved for a shipment, or cancelled. */
    public long open() {
        return ordered - cancelled - approved;
    }
}
