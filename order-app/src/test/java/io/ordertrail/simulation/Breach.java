package io.ordertrail.simulation;

/** What the judge found wrong. */
final class Breach extends RuntimeException {

    private static final long serialVersionUID = 1;

    Breach(String what) {
        super(what);
    }

    Breach(String what, Throwable cause) {
        super(what, cause);
    }
}
