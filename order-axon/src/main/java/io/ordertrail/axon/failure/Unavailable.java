package io.ordertrail.axon.failure;

/** No answer could be had in time: whether the command took effect is unknown. A repeat with the same key is safe. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
