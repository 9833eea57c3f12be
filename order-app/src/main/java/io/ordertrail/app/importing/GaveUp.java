package io.ordertrail.app.importing;

/** The service cannot be reached, or is not one; the message says so to a person. */
final class GaveUp extends Exception {

    private static final long serialVersionUID = 1;

    GaveUp(String message) {
        super(message);
    }
}
