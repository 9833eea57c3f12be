package io.ordertrail.model.order.money;

import io.ordertrail.api.order.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;

/** An amount split over the payments of an order. */
public final class PaymentShares {

    private PaymentShares() {}

    /** {@code whole} split over the payments that are asked nothing now, the oldest first, as far as each has it. */
    public static List<OrderEvent> of(
            Funds funds,
            Money whole,
            Predicate<PaymentSums> which,
            Function<PaymentSums, Money> has,
            BiFunction<Map.Entry<String, PaymentSums>, Money, OrderEvent> ask) {
        List<OrderEvent> asks = new ArrayList<>();
        Money left = whole;
        for (Map.Entry<String, PaymentSums> payment : funds.payments().entrySet()) {
            PaymentSums sums = payment.getValue();
            Money share = least(left, has.apply(sums));
            if (sums.open() == null && which.test(sums) && share.isPositive()) {
                asks.add(ask.apply(payment, share));
                left = left.minus(share);
            }
        }
        return List.copyOf(asks);
    }

    /** The number of the next ask. */
    public static int next(PaymentSums payment) {
        return payment.number() + 1;
    }

    public static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
