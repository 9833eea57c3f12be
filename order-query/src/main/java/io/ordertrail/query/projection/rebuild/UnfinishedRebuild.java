package io.ordertrail.query.projection.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * A rebuild that is not over.
 *
 * @param takesBack the rebuild whose old rows it puts back, or null
 * @param generation which it fills; null before it has begun
 */
public record UnfinishedRebuild(
        String projection,
        String rebuildId,
        Wish wish,
        @Nullable String takesBack,
        @Nullable Integer generation) {}
