package io.ordertrail.query.projection;

/** An event is nothing that this release knows. */
final class UnknownEvent extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnknownEvent(String message) {
        super(message);
    }
}
