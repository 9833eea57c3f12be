package io.ordertrail.api.order;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line as an order shall have it.
 *
 * @param lineId the line that is meant; null for one more
 * @param quantity how many units it shall have; 0 takes the line out
 * @param added what the line is, of one more; null for a line that exists
 * @param unitPrice another price of one unit, of a line that exists; null leaves it
 * @param discount another discount on the whole line, of a line that exists; null leaves it
 * @param note what staff wants to be read beside the line, at most {@link #MAX_NOTE} characters; null leaves it
 */
public record EditedLine(
        @Nullable String lineId,
        int quantity,
        @Nullable LineRequest added,
        @Nullable Money unitPrice,
        @Nullable Money discount,
        @Nullable String note) {

    /** Characters of a note. */
    public static final int MAX_NOTE = 1000;

    /** A line of which only the number of units changes, or one more. */
    public EditedLine(@Nullable String lineId, int quantity, @Nullable LineRequest added) {
        this(lineId, quantity, added, null, null, null);
    }
}
