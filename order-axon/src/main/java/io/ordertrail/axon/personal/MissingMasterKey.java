package io.ordertrail.axon.personal;

import org.jspecify.annotations.Nullable;

/** Personal data could not be read, so nothing starts. */
public final class MissingMasterKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String cure;

    /** @param cure what to do about it */
    MissingMasterKey(String reason, String cure, @Nullable Throwable cause) {
        super(reason, cause);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }
}
