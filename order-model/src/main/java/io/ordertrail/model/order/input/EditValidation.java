package io.ordertrail.model.order.input;

import static io.ordertrail.api.constraint.CrossFaults.inCurrency;
import static io.ordertrail.api.constraint.CrossFaults.unless;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.GoodsCheck;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.model.kernel.Faults;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Whether an edit fits its order: rule O1 for what is new, and for what the order would be. */
public final class EditValidation {

    private EditValidation() {}

    /**
     * The edit as it was asked for.
     *
     * @param lineIds those that the order has
     * @throws Refused with every fault that was found
     */
    public static void check(ProposeEdit edit, Set<String> lineIds, CurrencyUnit currency) {
        Faults.refuse(IntStream.range(0, edit.lines().size())
                .boxed()
                .flatMap(i -> faults(edit.lines().get(i), "/lines/" + i, lineIds, currency)));
    }

    /** What would be ordered in the end. */
    public static void basket(Basket basket) {
        Faults.refuse(basket.faults());
    }

    private static Stream<Fault> faults(EditedLine line, String at, Set<String> lineIds, CurrencyUnit currency) {
        return line.lineId() == null
                ? GoodsCheck.faults(line.added(), at, currency)
                : Stream.of(
                                unless(
                                        lineIds.contains(line.lineId()),
                                        at + "/lineId",
                                        FaultCode.UNKNOWN_LINE,
                                        "The order has no line " + line.lineId() + "."),
                                inCurrency(currency, line.unitPrice(), at + "/unitPrice"),
                                inCurrency(currency, line.discount(), at + "/discount"))
                        .flatMap(faults -> faults);
    }
}
