package io.ordertrail.query.payment;

import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Invariant I4 of one payment: compares what it has captured and kept with what its order counts.
 *
 * @param kept by the payment's own events; null before there is one
 * @param heard by the order's
 * @param lastAt when the last of them was stored
 */
record PaymentBalance(@Nullable Money kept, @Nullable Money heard, Instant lastAt) {

    /** Takes {@code event}, stored at {@code at}, into {@code balances} where it moves money. */
    static void take(Object event, Instant at, Map<String, PaymentBalance> balances) {
        if (event instanceof PaymentCaptured capture) {
            add(balances, capture.paymentId(), new PaymentBalance(capture.amount(), null, at));
        } else if (event instanceof PaymentRefunded refund) {
            add(balances, refund.paymentId(), new PaymentBalance(refund.amount().negated(), null, at));
        } else if (event instanceof ChargebackReceived back) {
            add(balances, back.paymentId(), new PaymentBalance(back.amount().negated(), null, at));
        } else if (event instanceof ChargebackReversed won) {
            add(balances, won.paymentId(), new PaymentBalance(won.amount(), null, at));
        } else if (event instanceof OrderMoneyEvent.ChargebackReversed said) {
            add(balances, said.paymentId(), new PaymentBalance(null, said.amount(), at));
        } else if (event instanceof PaymentProcessed said && said.kind() == PaymentKind.CAPTURED) {
            add(balances, said.paymentId(), new PaymentBalance(null, said.amount(), at));
        } else if (event instanceof RefundRecorded said && said.to() == null) {
            // What went to an account or another order instead left the payment as it was.
            add(
                    balances,
                    said.paymentId(),
                    new PaymentBalance(null, said.amount().negated(), at));
        }
    }

    boolean agrees() {
        return kept != null && kept.equals(heard);
    }

    private static void add(Map<String, PaymentBalance> balances, String paymentId, PaymentBalance more) {
        balances.merge(
                paymentId,
                more,
                (one, next) -> new PaymentBalance(
                        plus(one.kept(), next.kept()), plus(one.heard(), next.heard()), next.lastAt()));
    }

    private static @Nullable Money plus(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }
}
