package io.ordertrail.model.kernel;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as its caller tells it or, where they say nothing, now. Kept to the microsecond, as SQL
 * does.
 */
public final class BusinessTime {

    /** Older records than these are typing errors. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** How far a caller's clock may be from ours. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private BusinessTime() {}

    /**
     * The moment to be recorded.
     *
     * @param told null means now, as does what is up to 2 s ahead of it, for no two clocks are the same; where the
     *     clock was set back behind {@code notBefore}, that is now
     * @param notBefore when that happened which this follows
     * @throws Refused with {@link ImpossibleTime} for what is told of the future, or before {@code notBefore}
     */
    public static Instant of(@Nullable Instant told, Instant notBefore, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean ahead = told != null && told.isAfter(now) && !told.isAfter(now.plus(TOLERANCE));
        if (told == null || ahead) {
            return latest(now, notBefore);
        }
        if (told.isAfter(now) || told.isBefore(notBefore)) {
            throw new Refused(new ImpossibleTime(told, notBefore, now));
        }
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether {@code told} is of before now, by more than two clocks may differ: history, not something that happens.
     */
    public static boolean isHistory(@Nullable Instant told, Clock clock) {
        return told != null && told.isBefore(clock.instant().minus(TOLERANCE));
    }

    /** The later of the two. */
    public static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
