package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;

/**
 * A key with its new secret, which is told this once.
 *
 * @param secret to be sent as {@code Authorization: Bearer}
 */
@Named("access.IssuedKey")
public record IssuedKey(ListedKey key, String secret) {

    /** Without the secret: it may come into a log. */
    @Override
    public String toString() {
        return "IssuedKey[key=" + key + "]";
    }
}
