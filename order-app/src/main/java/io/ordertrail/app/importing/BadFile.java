package io.ordertrail.app.importing;

/** The file as a whole cannot be imported; the message says why. */
final class BadFile extends Exception {

    private static final long serialVersionUID = 1;

    BadFile(String message) {
        super(message);
    }
}
