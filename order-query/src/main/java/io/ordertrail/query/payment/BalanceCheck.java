package io.ordertrail.query.payment;

import io.ordertrail.api.order.OrderMoneyEvent;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.verification.EventScan;
import io.ordertrail.query.verification.InvariantCheck;
import io.ordertrail.query.verification.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * Invariant I4: each payment and its order agree about captured and kept money. A report takes a moment from one to the
 * other, so payments that moved a moment ago are left out. Those without a stream of their own are the order's word
 * alone: money that staff recorded where no processes run.
 */
final class BalanceCheck implements InvariantCheck {

    /** How long news may take. Longer, and a person ought to know. */
    static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final EventScan events;
    private final Positions positions;
    private final Clock clock;

    BalanceCheck(EventScan events, Positions positions, Clock clock) {
        this.events = events;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public List<Check> check() {
        Map<String, PaymentBalance> balances = new HashMap<>();
        events.forEach("payments", positions.head(), event -> {
            if (mayMoveMoney(event)) {
                PaymentBalance.take(event.getPayload(), event.getTimestamp(), balances);
            }
        });
        Instant settled = clock.instant().minus(UNDER_WAY);
        Tally tally = new Tally();
        balances.forEach((paymentId, balance) -> {
            if (balance.agrees()) {
                tally.checked(1);
            } else if (balance.kept() != null && balance.lastAt().isBefore(settled)) {
                tally.checked(1);
                tally.breach(paymentId + " kept " + balance.kept() + ", its order has heard of " + balance.heard());
            }
        });
        return List.of(tally.check("I4", "captured less refunded agrees between payments and orders"));
    }

    /** By its type: most payloads need not be read. */
    private static boolean mayMoveMoney(EventMessage<?> event) {
        Class<?> type = event.getPayloadType();
        return PaymentEvent.class.isAssignableFrom(type)
                || type == PaymentProcessed.class
                || type == RefundRecorded.class
                || type == OrderMoneyEvent.ChargebackReversed.class;
    }
}
