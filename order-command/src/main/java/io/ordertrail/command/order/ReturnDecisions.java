package io.ordertrail.command.order;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderRefusal.ReturnWindowClosed;
import io.ordertrail.api.order.OrderRefusal.UnknownReturn;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which goods may come back (rules R1 and R2), and what an order makes of news about those that shall. */
record ReturnDecisions(OrderState state) {

    ReturnRecorded request(RequestReturn asked, Caller caller, ReturnWindow window, Instant at) {
        OrderRules rules = new OrderRules(state);
        rules.newReturn(asked.returnId());
        List<LineQuantity> lines = rules.withinReturnable(asked.lines());
        String override = beyondItsWindow(lines, window, at)
                .map(closed -> overruled(closed, asked.override(), caller))
                .orElse(null);
        return new ReturnRecorded(
                state.orderId(),
                asked.returnId(),
                ReturnStage.REQUESTED,
                lines,
                lines.stream()
                        .map(line -> line(line).worthAskedBack(line.quantity()))
                        .toList(),
                asked.reason(),
                override,
                asked.creditAccountId(),
                at);
    }

    List<OrderEvent> news(RecordReturn news, Instant now) {
        AskedBack before = state.returns().get(news.returnId());
        if (before == null) {
            throw new Refused(new UnknownReturn(news.returnId()));
        }
        List<LineQuantity> unheard = news.stage() == ReturnStage.CLOSED ? before.unheard(news.lines()) : List.of();
        if (before.isPast(news.stage()) || unheard.isEmpty()) {
            return recorded(before, news, now).<List<OrderEvent>>map(List::of).orElseGet(List::of);
        }
        // The closing overtook the news of goods that came: they would count as kept by the customer.
        RecordReturn came = new RecordReturn(news.orderId(), news.returnId(), ReturnStage.RECEIVED, unheard);
        ReturnRecorded received = recorded(before, came, now).orElseThrow();
        return List.of(received, recorded(before.after(received), news, now).orElseThrow());
    }

    /** Nothing where the news comes too late, or twice. */
    private Optional<ReturnRecorded> recorded(AskedBack before, RecordReturn news, Instant now) {
        List<LineQuantity> moved = before.moved(news.stage(), news.lines());
        if (before.isPast(news.stage()) || (before.stage() == news.stage() && moved.isEmpty())) {
            return Optional.empty();
        }
        List<Money> worth = news.stage() == ReturnStage.RECEIVED
                ? moved.stream()
                        .map(line -> line(line).worthBack(line.quantity()))
                        .toList()
                : List.of();
        return Optional.of(new ReturnRecorded(
                state.orderId(), news.returnId(), news.stage(), moved, worth, null, null, null, now));
    }

    /** Rule R2: the first line whose last parcel arrived too long ago. What has not arrived cannot be too late. */
    private Optional<ReturnWindowClosed> beyondItsWindow(List<LineQuantity> lines, ReturnWindow window, Instant at) {
        return lines.stream()
                .flatMap(line -> state
                        .deliveryOf(line.lineId())
                        .map(window::until)
                        .filter(at::isAfter)
                        .map(until -> new ReturnWindowClosed(line.lineId(), until))
                        .stream())
                .findFirst();
    }

    private static String overruled(ReturnWindowClosed closed, @Nullable String override, Caller caller) {
        if (override == null) {
            throw new Refused(closed);
        }
        caller.mustBe(Caller.SUPERVISOR);
        return override;
    }

    private LineState line(LineQuantity part) {
        return state.line(part.lineId()).orElseThrow();
    }
}
