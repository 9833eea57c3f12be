package io.ordertrail.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.app.http.problem.Rejected;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses keys, tokens and the words of guests: after {@link #AT_ONCE} wrong ones an address is answered
 * so once each {@link #AGAIN_AFTER}, and 429 in between; of what else it shows meanwhile, {@link #LOOKS} a second are
 * looked at. What was right lately is let in all the same: behind one address there may be many.
 */
@Component
public final class FailedAttempts {

    /** Enough for a program whose key has just been rolled, and for the people behind one proxy. */
    static final int AT_ONCE = 20;

    static final Duration AGAIN_AFTER = Duration.ofSeconds(3);

    /** So that a program with an old key keeps nobody else out who is behind the same address. */
    private static final int LOOKS = 10;

    /** Who shows nothing guesses nothing; but each is written down. */
    private static final int SILENT = 100;

    private final Buckets left = new Buckets(AT_ONCE, 1, AGAIN_AFTER);
    private final Buckets looks = Buckets.perSecond(LOOKS);
    private final Buckets silent = new Buckets(SILENT, 1, Duration.ofMillis(100));

    /** Fingerprints of what was right, with its address. */
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(Buckets.REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /**
     * What {@code look} finds.
     *
     * @param secret what was shown
     * @throws Rejected nothing was found: {@code unknown}; or there were too many like this
     */
    public <T> T found(String address, String secret, Supplier<Optional<T>> look, Supplier<Rejected> unknown) {
        String shown = DigestUtils.sha256Hex(address + ' ' + secret);
        if (left.isEmpty(address)
                && lately.getIfPresent(shown) == null
                && !looks.take(address).isConsumed()) {
            throw tooMany();
        }
        try {
            T found = look.get().orElseThrow(unknown);
            lately.put(shown, true);
            return found;
        } catch (Rejected no) {
            if (!left.take(address).isConsumed()) {
                throw tooMany();
            }
            throw no;
        }
    }

    /**
     * Somebody at {@code address} showed nothing.
     *
     * @throws Rejected there were too many like this
     */
    void silent(String address) {
        if (!silent.take(address).isConsumed()) {
            throw Rejected.tooMany("Too many requests without a key came from this address.", Duration.ofSeconds(1));
        }
    }

    private static Rejected tooMany() {
        return Rejected.tooMany("Too many wrong keys came from this address.", AGAIN_AFTER);
    }
}
