package io.ordertrail.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses: after {@link #AT_ONCE} wrong keys or tokens an address is answered so once each
 * {@link #AGAIN_AFTER}, and 429 in between. A right key is let in all the same: behind one address there may be many,
 * and none of 190 random bits is found by guessing.
 */
@Component
@ConditionalOnWebApplication
final class FailedAttempts {

    /** Enough for a program whose key has just been rolled, and for the people behind one proxy. */
    static final int AT_ONCE = 20;

    static final Duration AGAIN_AFTER = Duration.ofSeconds(3);

    /** So many addresses are counted at a time; one that was forgotten begins anew. */
    private static final int ADDRESSES = 10_000;

    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(AGAIN_AFTER.multipliedBy(AT_ONCE))
            .build();

    /**
     * A wrong key or token came from {@code address}.
     *
     * @return whether it is one too many
     */
    boolean isTooMany(String address) {
        return !left.get(
                        address,
                        key -> Bucket.builder()
                                .addLimit(Bandwidth.builder()
                                        .capacity(AT_ONCE)
                                        .refillIntervally(1, AGAIN_AFTER)
                                        .build())
                                .build())
                .tryConsume(1);
    }
}
