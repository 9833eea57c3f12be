package io.ordertrail.query.reading;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;

/**
 * A reader asks for a version that a writer knows to be stored. Nobody waits here with a connection: the caller asks
 * again.
 */
public final class MinVersion {

    private MinVersion() {}

    /**
     * Requires that {@code version}, where a view stands, is {@code wanted} at least.
     *
     * @param check is run if it is not, to refuse a version that will never come
     * @throws Refused it is not yet
     */
    public static void require(long wanted, long version, Runnable check) {
        if (version < wanted) {
            check.run();
            throw new Refused(new ViewBehind(wanted, version, true));
        }
    }
}
