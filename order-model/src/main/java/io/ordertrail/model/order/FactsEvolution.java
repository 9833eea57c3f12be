package io.ordertrail.model.order;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.AskRetried;
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
import io.ordertrail.api.order.OrderEvent.RefundAsked;
import io.ordertrail.api.order.OrderEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnSettled;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderEvent.StockAnswered;
import io.ordertrail.api.order.OrderEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderEvent.StockAsked;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.StockAsk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** What each event changes of the facts about an order as a whole; what it does not name, it does not change. */
final class FactsEvolution {

    private FactsEvolution() {}

    public static OrderFacts first(OrderCreated order) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        order.lines().forEach(line -> lines.put(line.lineId(), Quantities.ordered(line.quantity())));
        return new OrderFacts(
                OrderLifecycle.PENDING,
                null,
                order.paymentTerms(),
                order.channel().equals(OrderCreated.IMPORT),
                false,
                order.customerId(),
                order.payment(),
                Collections.unmodifiableMap(lines),
                Map.of(),
                Funds.owing(order.totals().grand()),
                Map.of(),
                List.of());
    }

    public static OrderFacts next(OrderFacts facts, OrderEvent event) {
        if (event instanceof OrderCreated) {
            throw new IllegalStateException("An existing order cannot process " + event);
        }
        return returns(lifecycle(MoneyEvolution.next(goods(facts, event), event), event), event);
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
            return facts.withProblems(List.copyOf(more));
        }
        if (event instanceof OrderProblemResolved problem) {
            return facts.withProblems(facts.problems().stream()
                    .filter(open -> !open.equals(problem.problemId()))
                    .toList());
        }
        return facts;
    }

    private static OrderFacts returns(OrderFacts facts, OrderEvent event) {
        if (event instanceof ReturnRecorded returned) {
            ReturnFacts before = facts.returns().get(returned.returnId());
            ReturnFacts after = before == null
                    ? ReturnFacts.requested(returned, facts.funds().nothing())
                    : before.become(returned.stage());
            return with(
                    facts,
                    returned.returnId(),
                    returned.accepted() == null ? after : after.accept(returned.accepted()));
        }
        if (event instanceof RefundAsked ask && ask.returnId() != null && ask.kind() == RefundKind.EXCHANGE) {
            return with(facts, ask.returnId(), known(facts, ask.returnId()).withoutExchange());
        }
        if (event instanceof ReturnAccountNamed named) {
            return with(facts, named.returnId(), known(facts, named.returnId()).credit(named.creditAccountId()));
        }
        if (event instanceof ReturnSettled settled) {
            return with(
                    facts, settled.returnId(), known(facts, settled.returnId()).settle());
        }
        return facts;
    }

    public static ReturnFacts known(OrderFacts facts, String returnId) {
        return Objects.requireNonNull(facts.returns().get(returnId), returnId);
    }

    public static OrderFacts with(OrderFacts facts, String returnId, ReturnFacts changed) {
        Map<String, ReturnFacts> returns = new LinkedHashMap<>(facts.returns());
        returns.put(returnId, changed);
        return facts.withReturns(Collections.unmodifiableMap(returns));
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
            return move(facts, units(cancelled.lines()), Quantities::cancel);
        }
        if (event instanceof ShipmentResolved resolved) {
            OrderFacts open = move(facts, units(resolved.lines()), Quantities::lose);
            return kept(resolved.sendAgain() ? open : move(open, units(resolved.lines()), Quantities::cancel));
        }
        if (event instanceof StockAsked asked) {
            return asked.lines().stream().reduce(facts, FactsEvolution::asked, (one, other) -> other);
        }
        if (event instanceof StockAnswered answer) {
            LineStock before = facts.stock().get(answer.lineId());
            return before == null ? facts : stock(facts, answer.lineId(), before.answer(answer));
        }
        if (event instanceof StockAskTakenOver over) {
            LineStock before = facts.stock().get(over.lineId());
            return before == null ? facts : stock(facts, over.lineId(), before.takeOver(over.number()));
        }
        if (event instanceof AskRetried again && facts.stock().containsKey(again.subject())) {
            return stock(
                    facts, again.subject(), facts.stock().get(again.subject()).retry(again.number()));
        }
        if (event instanceof OrderEdited edited) {
            return edited(facts, edited);
        }
        return event instanceof ReturnRecorded returned ? returned(facts, returned) : facts;
    }

    private static OrderFacts asked(OrderFacts facts, StockAsk ask) {
        LineStock before = facts.stock().get(ask.lineId());
        return stock(facts, ask.lineId(), before == null ? LineStock.first(ask) : before.ask(ask));
    }

    private static OrderFacts stock(OrderFacts facts, String lineId, LineStock changed) {
        Map<String, LineStock> stock = new LinkedHashMap<>(facts.stock());
        stock.put(lineId, changed);
        return kept(facts.withStock(Collections.unmodifiableMap(stock)));
    }

    /** Of the units that are open, those are there that stock keeps for their line. */
    private static OrderFacts kept(OrderFacts facts) {
        Map<String, Quantities> lines = new LinkedHashMap<>(facts.lines());
        facts.stock()
                .forEach((lineId, line) ->
                        lines.computeIfPresent(lineId, (id, units) -> units.keep(line.granted(), line.backordered())));
        return facts.withLines(Collections.unmodifiableMap(lines));
    }

    private static OrderFacts edited(OrderFacts facts, OrderEdited edited) {
        Map<String, Quantities> lines = new LinkedHashMap<>();
        edited.lines().forEach(line -> {
            Quantities before = facts.lines().get(line.lineId());
            lines.put(
                    line.lineId(),
                    before == null ? Quantities.ordered(line.quantity()) : before.reorder(line.quantity()));
        });
        return facts.withLines(Collections.unmodifiableMap(lines));
    }

    private static OrderFacts returned(OrderFacts facts, ReturnRecorded returned) {
        return switch (returned.stage()) {
            case REQUESTED -> move(facts, returned.lines(), Quantities::askBack);
            case APPROVED, INSPECTED, UNKNOWN -> facts;
            case RECEIVED -> move(facts, returned.lines(), Quantities::takeBack);
            case REJECTED, EXPIRED, CLOSED -> move(facts, returned.lines(), Quantities::leave);
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
        return facts.withLines(Collections.unmodifiableMap(lines));
    }

    private static List<LineQuantity> units(List<CancelledLine> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }
}
