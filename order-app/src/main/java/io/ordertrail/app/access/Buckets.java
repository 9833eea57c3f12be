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
    static final int REMEMBERED = 10_000;

    private final Cache<String, Bucket> all = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private final Bandwidth size;

    /**
     * @param atOnce what each holds when it is full
     * @param again how many come again in {@code each}
     */
    Buckets(int atOnce, int again, Duration each) {
        this.size =
                Bandwidth.builder().capacity(atOnce).refillGreedy(again, each).build();
    }

    /** @param most above 0 */
    static Buckets perSecond(int most) {
        return new Buckets(most, most, Duration.ofSeconds(1));
    }

    ConsumptionProbe take(String who) {
        return all.get(who, key -> Bucket.builder().addLimit(size).build()).tryConsumeAndReturnRemaining(1);
    }

    boolean isEmpty(String who) {
        Bucket one = all.getIfPresent(who);
        return one != null && one.getAvailableTokens() == 0;
    }
}
