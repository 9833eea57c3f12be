package io.ordertrail.app.access;

import io.ordertrail.app.http.problem.Rejected;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Places for what holds something of this service for long: so many for each caller, and in all. */
public final class Places {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Map<String, Integer> taken = new HashMap<>();
    private final String what;
    private final int perCaller;
    private final int atMost;

    /** @param what there are places for, such as "streams" */
    public Places(String what, int perCaller, int atMost) {
        this.what = what;
        this.perCaller = perCaller;
        this.atMost = atMost;
    }

    /**
     * Takes a place, which must be left again.
     *
     * @throws Rejected there is none
     */
    public synchronized void take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (own >= perCaller) {
            throw Rejected.tooMany("A caller may have " + perCaller + " " + what + " open at a time.", AGAIN);
        }
        if (all >= atMost) {
            throw Rejected.tooMany("There are " + atMost + " " + what + " open, and no place for another.", AGAIN);
        }
        taken.put(caller, own + 1);
    }

    public synchronized void leave(String caller) {
        taken.computeIfPresent(caller, (who, own) -> own == 1 ? null : own - 1);
    }
}
