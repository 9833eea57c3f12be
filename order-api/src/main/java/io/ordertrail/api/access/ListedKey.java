package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param grants what it is good for, where that is less than its roles allow
 * @param lastUsedAt to the minute; null while it was never used
 * @param secrets how many are accepted: two while it is rolled
 */
@Named("access.ListedKey")
public record ListedKey(
        String id,
        String name,
        State state,
        List<String> roles,
        @Nullable String grants,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        int secrets) {

    public enum State {
        LIVE,
        EXPIRED,
        WITHDRAWN
    }
}
