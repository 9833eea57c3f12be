package io.ordertrail.command.verification;

import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.process.Deadlines;
import io.ordertrail.model.order.OrderFacts;
import java.util.Map;
import java.util.stream.Stream;

/** What is under way has a step that ends it (I5), and what has ended has none (I8). */
final class Leftovers {

    private final Map<String, OrderFacts> orders;
    private final Map<String, TransferInitiated> transfers;
    private final PaymentBooks payments;
    private final WaitingWork work;
    private final WaitingWork now;

    /**
     * @param transfers those that are under way
     * @param work what is to be done, or was when the look began
     * @param now what is to be done
     */
    Leftovers(
            Map<String, OrderFacts> orders,
            Map<String, TransferInitiated> transfers,
            PaymentBooks payments,
            WaitingWork work,
            WaitingWork now) {
        this.orders = orders;
        this.transfers = transfers;
        this.payments = payments;
        this.work = work;
        this.now = now;
    }

    Stream<Check> checks() {
        return Stream.of(pendingOrders(), endedOrders(), transfersUnderWay());
    }

    private Check pendingOrders() {
        Tally tally = new Tally("I5", "Every pending order has a deadline, and so ends by itself");
        orders.forEach((id, order) -> {
            if (order.lifecycle() == OrderLifecycle.PENDING && !order.imported() && !work.isUnderWay(id)) {
                tally.look();
                if (!work.waitsFor(Deadlines.expiry(id))) {
                    tally.breach(id + " is pending, and has no deadline");
                }
            }
        });
        return tally.check();
    }

    private Check endedOrders() {
        Tally tally = new Tally("I8", "No deadline waits for an order that has ended, or for a promise that is gone");
        orders.forEach((id, order) -> {
            if (work.isUnderWay(id)) {
                return;
            }
            tally.look();
            if (order.isOver() && (now.waitsFor(Deadlines.expiry(id)) || now.waitsFor(Deadlines.overdue(id)))) {
                tally.breach(id + " is " + order.lifecycle() + ", and a deadline waits for it");
            }
            order.funds().payments().keySet().stream()
                    .filter(payment -> payments.of(payment)
                            .filter(facts -> !facts.outstanding().isPositive())
                            .isPresent())
                    .filter(payment -> now.waitsFor(Deadlines.promise(id, payment)))
                    .forEach(payment ->
                            tally.breach(payment + " of " + id + " promises nothing, and a deadline waits for it"));
        });
        return tally.check();
    }

    /** A movement that is parked stands under its account. */
    private Check transfersUnderWay() {
        Tally tally = new Tally("I8", "Every transfer under way has a step that waits to be sent");
        transfers.forEach((id, transfer) -> {
            tally.look();
            if (!work.isUnderWay(id) && !work.isUnderWay(transfer.from()) && !work.isUnderWay(transfer.to())) {
                tally.breach(id + " is under way, and nothing waits to be sent for it");
            }
        });
        return tally.check();
    }
}
