package io.ordertrail.app.importing.client;

/** The service cannot be reached, or is not one; the message says so to a person. */
public final class GaveUp extends Exception {

    private static final long serialVersionUID = 1;

    public GaveUp(String message) {
        super(message);
    }
}
