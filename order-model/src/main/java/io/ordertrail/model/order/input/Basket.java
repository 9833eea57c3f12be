package io.ordertrail.model.order.input;

import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.Goods;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What has a price: the part that placing an order and quoting one have in common.
 *
 * @param discount off all lines together, beside the discount of each; null where there is none
 */
public record Basket(
        CurrencyUnit currency,
        List<LineRequest> lines,
        @Nullable ShippingRequest shipping,
        @Nullable Money discount) implements Goods {

    /** Of what is no message with bounds of its own. */
    Stream<Fault> faults() {
        return Stream.of(
                        CrossFaults.unless(
                                !lines.isEmpty(), "/lines", FaultCode.REQUIRED, "An order needs at least one line."),
                        CrossFaults.unless(
                                lines.size() <= Lines.MOST,
                                "/lines",
                                FaultCode.TOO_MANY,
                                "An order has at most " + Lines.MOST + " lines."),
                        crossFaults())
                .flatMap(faults -> faults);
    }

    public static Basket of(CreateOrder order) {
        return new Basket(order.currency(), order.lines(), order.shipping(), order.discount());
    }

    public static Basket of(QuoteOrder quote) {
        return new Basket(quote.currency(), quote.lines(), quote.shipping(), quote.discount());
    }
}
