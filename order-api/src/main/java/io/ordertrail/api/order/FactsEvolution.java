package io.ordertrail.api.order;

import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.joda.money.Money;

/** What each event changes of the facts about an order as a whole; what it does not name, it does not change. */
final class FactsEvolution {

    private FactsEvolution() {}

    static OrderFacts first(OrderCreated order) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        order.lines().forEach(line -> lines.put(line.lineId(), Quantities.ordered(line.quantity())));
        return OrderFacts.created(
                order.paymentTerms(),
                Collections.unmodifiableMap(lines),
                Funds.owing(order.totals().grand()));
    }

    static OrderFacts next(OrderFacts facts, OrderEvent event) {
        if (event instanceof OrderCreated) {
            throw new IllegalStateException("An order that exists cannot take in " + event);
        }
        return lifecycle(money(goods(facts, event), event), event);
    }

    private static OrderFacts lifecycle(OrderFacts facts, OrderEvent event) {
        if (event instanceof OrderConfirmed) {
            return facts.become(OrderLifecycle.CONFIRMED);
        }
        if (event instanceof OrderCompleted) {
            return facts.become(OrderLifecycle.COMPLETED);
        }
        if (event instanceof OrderCancelled) {
            return facts.become(OrderLifecycle.CANCELLED);
        }
        if (event instanceof OrderHeld held) {
            return facts.hold(held.reason());
        }
        if (event instanceof OrderReleased) {
            return facts.hold(null);
        }
        if (event instanceof OrderProblemReported problem) {
            List<String> more = new ArrayList<>(facts.problems());
            more.add(problem.problemId());
            return facts.with(List.copyOf(more));
        }
        if (event instanceof OrderProblemResolved problem) {
            return facts.with(facts.problems().stream()
                    .filter(open -> !open.equals(problem.problemId()))
                    .toList());
        }
        return facts;
    }

    private static OrderFacts money(OrderFacts facts, OrderEvent event) {
        Funds funds = facts.funds();
        if (event instanceof PaymentProcessed news) {
            return facts.with(funds.heard(news.paymentId(), news.kind(), news.amount()));
        }
        if (event instanceof PaymentWaived) {
            return facts.waive();
        }
        if (event instanceof RefundRecorded refund) {
            return facts.with(funds.gaveBack(refund.paymentId(), refund.kind(), refund.amount()));
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            return facts.with(funds.shrink(cancelled.value()));
        }
        if (event instanceof OrderEdited edited) {
            return facts.with(funds.worth(edited.totals().grand()));
        }
        if (event instanceof ReturnRecorded returned && returned.stage() == ReturnStage.RECEIVED) {
            return facts.with(funds.takeBack(
                    returned.worth().stream().reduce(Money.zero(funds.value().getCurrencyUnit()), Money::plus)));
        }
        return facts;
    }

    private static OrderFacts goods(OrderFacts facts, OrderEvent event) {
        if (event instanceof ShipmentApproved approved) {
            return move(facts, approved.lines(), Quantities::approve);
        }
        if (event instanceof ShipmentWithdrawn withdrawn) {
            return move(facts, withdrawn.lines(), Quantities::withdraw);
        }
        if (event instanceof OrderShipped shipped) {
            return move(facts, shipped.lines(), Quantities::ship);
        }
        if (event instanceof OrderDelivered delivered) {
            return move(facts, delivered.lines(), Quantities::deliver);
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            return move(
                    facts,
                    cancelled.lines().stream()
                            .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                            .toList(),
                    Quantities::cancel);
        }
        if (event instanceof OrderStockRequested requested) {
            return move(facts, units(requested.lines()), Quantities::await);
        }
        if (event instanceof OrderStockReserved reserved) {
            return promised(facts, reserved);
        }
        if (event instanceof OrderBackorderFilled filled) {
            return move(facts, List.of(new LineQuantity(filled.lineId(), filled.quantity())), Quantities::fill);
        }
        if (event instanceof OrderEdited edited) {
            return edited(facts, edited);
        }
        return event instanceof ReturnRecorded returned ? returned(facts, returned) : facts;
    }

    private static OrderFacts promised(OrderFacts facts, OrderStockReserved reserved) {
        Map<String, Quantities> lines = new LinkedHashMap<>(facts.lines());
        lines.replaceAll((id, units) -> units.promise(0));
        return move(facts.with(lines), reserved.backordered(), Quantities::promise);
    }

    private static OrderFacts edited(OrderFacts facts, OrderEdited edited) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        edited.lines().forEach(line -> {
            Quantities before = facts.lines().get(line.lineId());
            lines.put(
                    line.lineId(),
                    before == null ? Quantities.ordered(line.quantity()) : before.reorder(line.quantity()));
        });
        List<StockLine> more =
                edited.stock().stream().filter(line -> line.quantity() > 0).toList();
        return move(facts.with(lines), units(more), Quantities::await);
    }

    private static OrderFacts returned(OrderFacts facts, ReturnRecorded returned) {
        Map<String, ReturnStage> returns = new LinkedHashMap<>(facts.returns());
        returns.put(returned.returnId(), returned.stage());
        OrderFacts staged = facts.withReturns(Collections.unmodifiableMap(returns));
        return switch (returned.stage()) {
            case REQUESTED -> move(staged, returned.lines(), Quantities::askBack);
            case APPROVED, UNKNOWN -> staged;
            case RECEIVED -> move(staged, returned.lines(), Quantities::takeBack);
            case REJECTED, EXPIRED, CLOSED -> move(staged, returned.lines(), Quantities::keep);
        };
    }

    private static OrderFacts move(
            OrderFacts facts, List<LineQuantity> moved, BiFunction<Quantities, Long, Quantities> step) {
        Map<String, Quantities> lines = new LinkedHashMap<>(facts.lines());
        for (LineQuantity part : moved) {
            Quantities before = lines.get(part.lineId());
            if (before == null) {
                throw new IllegalStateException("There is no line " + part.lineId());
            }
            lines.put(part.lineId(), step.apply(before, (long) part.quantity()));
        }
        return facts.with(Collections.unmodifiableMap(lines));
    }

    private static List<LineQuantity> units(List<StockLine> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }
}
