package io.ordertrail.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A bucket of what may still be done for each caller, or each address. */
final class Buckets {

    /** So many are counted at a time; those who were forgotten begin anew. */
    private static final int REMEMBERED = 10_000;

    private final Cache<String, Bucket> all = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private final Bandwidth size;

    private Buckets(Bandwidth size) {
        this.size = size;
    }

    /** @param again after which there is one more */
    static Buckets of(int atOnce, Duration again) {
        return new Buckets(
                Bandwidth.builder().capacity(atOnce).refillIntervally(1, again).build());
    }

    static Buckets ofEachSecond(int requests) {
        return new Buckets(Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, Duration.ofSeconds(1))
                .build());
    }

    ConsumptionProbe take(String who) {
        return all.get(who, key -> Bucket.builder().addLimit(size).build()).tryConsumeAndReturnRemaining(1);
    }

    boolean isEmpty(String who) {
        Bucket one = all.getIfPresent(who);
        return one != null && one.getAvailableTokens() == 0;
    }
}
