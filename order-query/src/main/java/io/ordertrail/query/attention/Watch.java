package io.ordertrail.query.attention;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How things of one kind begin to need a person, and how they cease to. Pure. */
interface Watch {

    /** The types of the events that may begin or end it. No two watches share one. */
    Set<Class<?>> events();

    /** Which thing {@code event} is about. */
    String key(Object event);

    /**
     * The thing after {@code event}, which {@code row} does not hold yet.
     *
     * @param row null if it never needed a person
     * @param version the new version of the row
     * @return {@code row} itself if nothing changes
     */
    @Nullable
    AttentionRow next(@Nullable AttentionRow row, Object event, long version);
}
