package io.ordertrail.app.importing.client;

import java.time.Duration;
import java.util.function.Function;

/** Tries of one thing, with pauses in between, until patience is over. */
public final class Tries {

    private final Patience patience;
    private final long start = System.nanoTime();
    private int made;

    Tries(Patience patience) {
        this.patience = patience;
    }

    /** The number of the present try, from 1. */
    int number() {
        return made + 1;
    }

    /** How long to wait after the present try, where nobody says otherwise. */
    public Duration pause() {
        return patience.pause(number());
    }

    /**
     * Another try follows after {@code pause}, unless that would be too late. To be asked before anybody is told of it.
     *
     * @param why it is given up, from the seconds spent
     * @throws GaveUp with {@code why}
     */
    public void mayGoOn(Duration pause, Function<Long, String> why) throws GaveUp {
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        if (spent.plus(pause).compareTo(patience.total()) > 0) {
            throw new GaveUp(why.apply(spent.toSeconds()));
        }
    }

    /** Waits for {@code pause}; the next try begins. */
    public void next(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
        made++;
    }
}
