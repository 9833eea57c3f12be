package io.ordertrail.model.order.input;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.EditedLine;
import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.OrderCommand.ProposeEdit;
import io.ordertrail.model.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** Whether an edit means anything: rule O1 for what is new, and for what the order would be. */
public final class EditValidation {

    private EditValidation() {}

    /**
     * The edit as it was asked for.
     *
     * @param lineIds those that the order has
     * @throws Refused with every fault that was found
     */
    public static void check(ProposeEdit edit, Set<String> lineIds, CurrencyUnit currency) {
        Faults faults = new Faults();
        OrderValidation.part(faults, edit.editId(), edit.orderId(), "/editId");
        faults.prose(edit.reason(), "/reason");
        List<EditedLine> lines = edit.lines();
        faults.unless(
                !lines.isEmpty() || edit.shipping() != null,
                "/lines",
                "REQUIRED",
                "An edit names one line at least, or how the order is shipped.");
        faults.unless(
                lines.size() <= BasketValidation.MAX_LINES,
                "/lines",
                "TOO_MANY",
                "An edit names at most " + BasketValidation.MAX_LINES + " lines.");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size() && i < BasketValidation.MAX_LINES; i++) {
            EditedLine line = lines.get(i);
            if (line.lineId() == null) {
                added(line, "/lines/" + i, currency, faults);
            } else {
                changed(line, "/lines/" + i, lineIds, seen, currency, faults);
            }
        }
        faults.refuseIfAny();
    }

    /** What would be ordered in the end. */
    public static void basket(Basket basket) {
        Faults faults = new Faults();
        BasketValidation.check(basket, faults);
        faults.refuseIfAny();
    }

    private static void added(EditedLine line, String at, CurrencyUnit currency, Faults faults) {
        LineRequest added = line.added();
        if (faults.present(added, at + "/sku")) {
            BasketValidation.check(added, at, currency, faults);
            faults.unless(
                    added.quantity() == line.quantity(),
                    at + "/quantity",
                    "MISMATCH",
                    "A new line has one quantity, not two.");
        }
    }

    private static void changed(
            EditedLine line, String at, Set<String> lineIds, Set<String> seen, CurrencyUnit currency, Faults faults) {
        if (line.unitPrice() != null) {
            faults.amount(line.unitPrice(), at + "/unitPrice", currency);
        }
        if (line.discount() != null) {
            faults.amount(line.discount(), at + "/discount", currency);
        }
        faults.optionalText(line.note(), at + "/note", EditedLine.MAX_NOTE);
        faults.unless(line.added() == null, at + "/sku", "FIXED", "A line that exists stays what it is.")
                .unless(
                        lineIds.contains(String.valueOf(line.lineId())),
                        at + "/lineId",
                        "UNKNOWN_LINE",
                        "The order has no line " + line.lineId() + ".")
                .unless(
                        seen.add(String.valueOf(line.lineId())),
                        at + "/lineId",
                        "REPEATED",
                        "Each line is named at most once.")
                .unless(
                        line.quantity() >= 0 && line.quantity() <= LineRequest.MAX_QUANTITY,
                        at + "/quantity",
                        "OUT_OF_RANGE",
                        "A quantity lies between 0 and " + LineRequest.MAX_QUANTITY + ".");
    }
}
