package io.ordertrail.query.projection.rebuild;

/** A rebuild does not go on: somebody wants it to pause or to end, or the process ends. */
final class RebuildStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildStopped() {
        super("A rebuild does not go on", null, false, false);
    }
}
