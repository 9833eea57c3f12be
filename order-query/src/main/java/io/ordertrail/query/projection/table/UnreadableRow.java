package io.ordertrail.query.projection.table;

/** A row whose state cannot be read. */
public final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableRow(String view, RuntimeException cause) {
        super("A row of " + view + " cannot be read", cause);
    }
}
