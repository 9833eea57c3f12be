package io.ordertrail.command.verification;

import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.process.EventSubject;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.TokenPosition;
import io.ordertrail.model.order.OrderFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I8: subjects agree with each other. What an order has asked and was answered is compared with what stock keeps and
 * payments have, and whatever is still open must be somebody's: an ask with a step or a provider, a debt with a
 * problem.
 */
final class SubjectsCheck implements EventCheck {

    private final JdbcClient jdbc;
    private final ProcessedPositions heardOf;
    private final WaitingWork before;
    private final EventSubject subjects = new EventSubject();
    private final Set<String> behind = new TreeSet<>();
    private final Map<String, OrderFacts> orders = new TreeMap<>();
    private final Set<String> unfoldable = new TreeSet<>();
    private final StockBooks stock = new StockBooks();
    private final PaymentBooks payments = new PaymentBooks();
    private final Map<String, TransferInitiated> transfers = new HashMap<>();

    /** @param heardOf by the processes, as of before the pass over the events */
    SubjectsCheck(JdbcClient jdbc, ProcessedPositions heardOf) {
        this.jdbc = jdbc;
        this.heardOf = heardOf;
        // What is done meanwhile may be told by events that the pass does not come to.
        this.before = WaitingWork.of(jdbc);
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (!isProcessed(event)) {
            behind.add(subjects.getSequenceIdentifierFor(event));
            alsoAbout(payload).ifPresent(behind::add);
        }
        if (payload instanceof OrderEvent order) {
            fold(order);
        } else if (payload instanceof StockEvent movement) {
            stock.see(movement);
        } else if (payload instanceof PaymentEvent payment) {
            payments.see(payment);
        } else if (payload instanceof TransferInitiated transfer) {
            transfers.put(transfer.transferId(), transfer);
        } else if (payload instanceof TransferEvent ended) {
            transfers.remove(ended.transferId());
        }
    }

    private boolean isProcessed(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                && heardOf.has(TokenPosition.of(tracked.trackingToken()));
    }

    /** Whom an event answers besides its own subject. */
    private static Optional<String> alsoAbout(Object payload) {
        if (payload instanceof Deposited in) {
            return transferOf(in.journalId());
        }
        if (payload instanceof Withdrawn out) {
            return transferOf(out.journalId());
        }
        if (payload instanceof WithdrawalRefused no) {
            return transferOf(no.journalId());
        }
        boolean exchange =
                payload instanceof PaymentProcessed paid && paid.method().equals(PaymentChoice.EXCHANGE);
        String share = exchange ? ((PaymentProcessed) payload).reference() : null;
        return Optional.ofNullable(share)
                .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('#'))))
                .flatMap(OrderId::ofPart);
    }

    private static Optional<String> transferOf(String journalId) {
        int end = journalId.lastIndexOf(':');
        return end < 0
                ? Optional.empty()
                : Optional.of(journalId.substring(0, end)).filter(AccountId::isTransfer);
    }

    /** A stream with a gap cannot be folded; that is told under I2, and here as what could not be checked. */
    private void fold(OrderEvent event) {
        String id = event.orderId();
        if (unfoldable.contains(id)) {
            return;
        }
        try {
            OrderFacts facts = orders.get(id);
            if (event instanceof OrderCreated created) {
                orders.put(id, OrderFacts.of(created));
            } else if (facts != null) {
                orders.put(id, facts.after(event));
            } else {
                unfoldable.add(id);
            }
        } catch (RuntimeException e) {
            orders.remove(id);
            unfoldable.add(id);
        }
    }

    @Override
    public Stream<Check> checks(EventScan events) {
        WaitingWork now = WaitingWork.of(jdbc);
        Set<String> unknown = new HashSet<>(behind);
        unknown.addAll(unfoldable);
        WaitingWork work = now.or(before).and(unknown);
        return Stream.of(
                        Stream.of(folded()),
                        new StockAgreement(orders, stock, work).checks(),
                        new MoneyAgreement(orders, payments, work).checks(),
                        new Leftovers(orders, transfers, payments, work, now).checks())
                .flatMap(checks -> checks);
    }

    private Check folded() {
        Tally tally = new Tally("I8", "Every order's events are consistent, and processes have processed them");
        orders.keySet().forEach(id -> tally.look());
        unfoldable.forEach(id -> {
            tally.look();
            tally.breach(id + " could not be checked: its events are inconsistent");
        });
        behind.stream()
                .filter(id -> orders.containsKey(id) || transfers.containsKey(id))
                .forEach(id -> tally.behind(id + " is not compared: processes have not yet processed all its events"));
        return tally.check();
    }
}
