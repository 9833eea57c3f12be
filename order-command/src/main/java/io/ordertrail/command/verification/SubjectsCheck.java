package io.ordertrail.command.verification;

import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.verification.Verification.Check;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I8: subjects agree with each other. What an order has asked and was answered is compared with what stock keeps and payments
 * have, and whatever is still open must be somebody's: an ask with a step or a provider, a debt with a problem.
 */
final class SubjectsCheck implements Onlooker {

    private final JdbcClient jdbc;
    private final TakenIn heardOf;
    private final Set<String> behind = new HashSet<>();
    private final Map<String, OrderFacts> orders = new HashMap<>();
    private final Set<String> unfoldable = new HashSet<>();
    private final StockBooks stock = new StockBooks();
    private final PaymentBooks payments = new PaymentBooks();
    private final Set<String> transfers = new HashSet<>();

    /** @param heardOf by the processes, as of before the pass over the events */
    SubjectsCheck(JdbcClient jdbc, TakenIn heardOf) {
        this.jdbc = jdbc;
        this.heardOf = heardOf;
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (!heardOf.has(event)) {
            subject(payload).ifPresent(behind::add);
        }
        if (payload instanceof OrderEvent order) {
            fold(order);
        } else if (payload instanceof StockEvent movement) {
            stock.see(movement);
        } else if (payload instanceof PaymentEvent payment) {
            payments.see(payment);
        } else if (payload instanceof TransferEvent transfer) {
            if (transfer instanceof TransferInitiated) {
                transfers.add(transfer.transferId());
            } else {
                transfers.remove(transfer.transferId());
            }
        }
    }

    private static Optional<String> subject(Object payload) {
        if (payload instanceof OrderEvent order) {
            return Optional.of(order.orderId());
        }
        if (payload instanceof PaymentEvent payment) {
            return Optional.of(payment.orderId());
        }
        if (payload instanceof TransferEvent transfer) {
            return Optional.of(transfer.transferId());
        }
        return payload instanceof StockEvent movement ? StockBooks.orderOf(movement) : Optional.empty();
    }

    /** A stream with a gap cannot be folded; that is told under I2, and here as what could not be checked. */
    private void fold(OrderEvent event) {
        try {
            OrderFacts before = orders.get(event.orderId());
            if (event instanceof OrderCreated created) {
                orders.put(event.orderId(), OrderFacts.of(created));
            } else if (before != null) {
                orders.put(event.orderId(), before.after(event));
            }
        } catch (RuntimeException e) {
            orders.remove(event.orderId());
            unfoldable.add(event.orderId());
        }
    }

    @Override
    public Stream<Check> checks(EventPass events) {
        WaitingWork work = WaitingWork.of(jdbc).and(behind);
        Tally folded = new Tally("I8", "Every order's events go together");
        orders.keySet().forEach(id -> folded.look());
        unfoldable.stream().sorted().forEach(id -> {
            folded.look();
            folded.breach(id + " could not be checked: its events do not go together");
        });
        behind.stream()
                .sorted()
                .forEach(id -> folded.behind(id + " is not compared: processes have not taken in all its events"));
        return Stream.of(
                        Stream.of(folded.check()),
                        new StockAgreement(orders, stock, work).checks(),
                        new MoneyAgreement(orders, payments, work).checks(),
                        Stream.of(pendingOrdersEnd(work), transfersHaveAStep(work)))
                .flatMap(checks -> checks);
    }

    private Check pendingOrdersEnd(WaitingWork work) {
        Tally tally = new Tally("I5", "Every order that is pending ends by itself: a step waits to be sent for it");
        orders.forEach((id, order) -> {
            if (order.lifecycle() == OrderLifecycle.PENDING && !order.imported()) {
                tally.look();
                if (!work.isWaitingFor(id)) {
                    tally.breach(id + " is pending, and nothing waits to be sent for it");
                }
            }
        });
        return tally.check();
    }

    private Check transfersHaveAStep(WaitingWork work) {
        Tally tally = new Tally("I8", "Every transfer under way has a step that waits to be sent");
        transfers.stream().sorted().forEach(id -> {
            tally.look();
            if (!work.isWaitingFor(id)) {
                tally.breach(id + " is under way, and nothing waits to be sent for it");
            }
        });
        return tally.check();
    }
}
