package io.ordertrail.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.ordertrail.app.http.problem.Rejected;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses: after {@link #AT_ONCE} wrong keys or tokens an address may try again each
 * {@link #AGAIN_AFTER}. Until then nothing of it is looked at, so a right guess is not told from a wrong one.
 */
@Component
@ConditionalOnWebApplication
final class FailedAttempts {

    /** Enough for a program whose key has just been rolled, and for the people behind one proxy. */
    static final int AT_ONCE = 20;

    static final Duration AGAIN_AFTER = Duration.ofSeconds(3);

    /** Of so many addresses; who has more of them can guess no faster than this many times one. */
    private static final int ADDRESSES = 10_000;

    private final Cache<String, Bucket> left = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(AGAIN_AFTER.multipliedBy(AT_ONCE))
            .build();

    /** @throws Rejected with 429: {@code address} has guessed too often */
    void mayTry(String address) {
        Bucket bucket = left.getIfPresent(address);
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            throw Rejected.tooMany("Too many wrong keys came from this address.");
        }
    }

    /** A wrong key or token came from {@code address}. */
    void add(String address) {
        left.get(
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
