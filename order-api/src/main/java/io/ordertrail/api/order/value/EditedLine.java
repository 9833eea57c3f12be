package io.ordertrail.api.order.value;

import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.InBody;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Units;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.constraint.LineNote;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;
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
 * @param note what staff wants to be read beside the line; null leaves it
 */
public record EditedLine(
        @Nullable String lineId,
        @Min(0) @Max(Units.MOST) int quantity,
        @InBody("") @Valid @Nullable LineRequest added,
        @Price @Nullable Money unitPrice,
        @Price @Nullable Money discount,
        @LineNote @Nullable String note) {

    /** A line of which only the number of units changes, or one more. */
    public EditedLine(@Nullable String lineId, int quantity, @Nullable LineRequest added) {
        this(lineId, quantity, added, null, null, null);
    }

    /** What a line that exists cannot have, and what a new one lacks. */
    public static Stream<Fault> crossFaults(@Nullable EditedLine line, String at) {
        if (line == null) {
            return Stream.empty();
        }
        if (line.lineId != null) {
            return CrossFaults.unless(
                    line.added == null, at + "/sku", FaultCode.FIXED, "A line that exists stays what it is.");
        }
        return line.added == null
                ? CrossFaults.unless(false, at + "/sku", FaultCode.REQUIRED, "A new line says what it is.")
                : CrossFaults.unless(
                        line.added.quantity() == line.quantity,
                        at + "/quantity",
                        FaultCode.MISMATCH,
                        "A new line has one quantity, not two.");
    }
}
