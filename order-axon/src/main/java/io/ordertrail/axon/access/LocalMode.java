package io.ordertrail.axon.access;

import org.jspecify.annotations.Nullable;

/**
 * Whether whoever reaches this service is its operator. It is, if settings say so, or if they say nothing, nobody else
 * says who people are, and there never was a key: a service that asked for keys does not stop asking because the last
 * of them has ended. Decided once, at the start.
 */
public record LocalMode(boolean isMeant) {

    /**
     * @param mode that settings name; null where they name none
     * @param issuer of tokens, if there is one
     */
    public static LocalMode of(@Nullable String mode, @Nullable String issuer, boolean anyKey) {
        return new LocalMode("local".equalsIgnoreCase(mode) || mode == null && issuer == null && !anyKey);
    }
}
