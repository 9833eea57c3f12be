package io.ordertrail.axon.access;

import io.ordertrail.api.access.ListedKey;
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

    /** As {@link Grants#text} writes them; null where it is good for all that its roles allow. */
    public @Nullable String grantText() {
        return grants == null ? null : grants.text();
    }

    public ListedKey.State state(Instant now) {
        if (revokedAt != null) {
            return ListedKey.State.WITHDRAWN;
        }
        return isLive(now) ? ListedKey.State.LIVE : ListedKey.State.EXPIRED;
    }

    /** Whether it is accepted at {@code now}. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
