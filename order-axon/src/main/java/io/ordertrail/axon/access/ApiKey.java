package io.ordertrail.axon.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that may come in, without the secret by which it does.
 *
 * @param id is no secret
 * @param name of the program, for people; each live key has another
 * @param roles what it may do
 * @param grants what it is good for of that; null if for all
 * @param expiresAt from when on it is no longer accepted
 * @param revokedAt null while it is not withdrawn
 * @param lastUsedAt to the minute; null while it was never used
 * @param secrets how many are accepted: two while it is rolled
 */
public record ApiKey(
        String id,
        String name,
        List<String> roles,
        @Nullable Grants grants,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        int secrets) {

    public ApiKey {
        roles = List.copyOf(roles);
    }

    /** Whether it is accepted at {@code now}. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
