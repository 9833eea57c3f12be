package io.ordertrail.query.projection.fold;

/** Events are missing between the last one that a row holds and the next. */
public final class MissingEvents extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MissingEvents(String message) {
        super(message);
    }
}
