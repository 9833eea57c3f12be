package io.ordertrail.api.order;

import org.jspecify.annotations.Nullable;

/**
 * A line as an order shall have it.
 *
 * @param lineId the line that is meant; null for one more
 * @param quantity how many units it shall have; 0 takes the line out
 * @param added what the line is, of one more; null for a line that exists, whose price does not change
 */
public record EditedLine(
        @Nullable String lineId, int quantity, @Nullable LineRequest added) {}
