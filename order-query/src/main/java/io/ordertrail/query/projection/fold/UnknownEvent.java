package io.ordertrail.query.projection.fold;

/** An event is nothing that this release knows. */
public final class UnknownEvent extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnknownEvent(String message) {
        super(message);
    }
}
