package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsRefusal.ReturnWindowClosed;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownReturn;
import io.ordertrail.api.order.OrderMoneyRefusal.ExchangeWithItself;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.model.order.OrderRules;
import io.ordertrail.model.order.goods.OrderReturn;
import io.ordertrail.model.order.goods.ReturnProgress;
import io.ordertrail.model.order.goods.ReturnWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which goods may come back (rules R1 and R2), and what an order makes of news about those that shall. */
public record ReturnDecisions(OrderContext order) {

    /** The clock decides whether it is in time; only who works in the shop may say that it was asked for earlier. */
    public List<OrderEvent> request(RequestReturn asked, ReturnWindow window) {
        OrderRules rules = order.allow(OrderAction.REQUEST_RETURN);
        rules.newReturn(asked.returnId());
        if (order.orderId().equals(asked.exchangeOrderId())) {
            throw new Refused(new ExchangeWithItself());
        }
        List<LineQuantity> lines = rules.withinReturnable(asked.lines());
        Instant at = order.at(asked.at());
        Instant decisive = order.caller().isOfTheShop() || order.facts().imported() ? at : order.now();
        String override = beyondItsWindow(lines, window, decisive)
                .map(closed -> overruled(closed, asked.override()))
                .orElse(null);
        return List.of(new ReturnRecorded(
                order.orderId(),
                asked.returnId(),
                ReturnStage.REQUESTED,
                lines,
                lines.stream().map(this::worth).toList(),
                order.state().skusOf(lines),
                null,
                null,
                asked.reason(),
                override,
                asked.creditAccountId(),
                asked.exchangeOrderId(),
                at));
    }

    public List<OrderEvent> heard(RecordReturn news) {
        OrderReturn known = order.facts().returns().get(news.returnId());
        if (known == null) {
            throw new Refused(new UnknownReturn(news.returnId()));
        }
        ReturnProgress before = known.progress();
        List<LineQuantity> unheard = news.stage() == ReturnStage.CLOSED ? before.unheard(news.lines()) : List.of();
        if (before.isPast(news.stage()) || unheard.isEmpty()) {
            return recorded(before, news).<List<OrderEvent>>map(List::of).orElseGet(List::of);
        }
        // The closing overtook the news of goods that came: they would count as kept by the customer.
        RecordReturn came =
                new RecordReturn(news.orderId(), news.returnId(), ReturnStage.RECEIVED, unheard, null, null, news.at());
        ReturnRecorded received = received(came, unheard);
        return List.of(received, recorded(before.after(received), news).orElseThrow());
    }

    /** Nothing where the news comes too late, or twice. */
    private Optional<ReturnRecorded> recorded(ReturnProgress before, RecordReturn news) {
        List<LineQuantity> moved = before.moved(news.stage(), news.lines());
        if (before.isPast(news.stage()) || (before.stage() == news.stage() && moved.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(received(news, moved, accepted(before, news)));
    }

    private ReturnRecorded received(RecordReturn news, List<LineQuantity> moved) {
        return received(news, moved, null);
    }

    private ReturnRecorded received(RecordReturn news, List<LineQuantity> moved, @Nullable Money accepted) {
        return new ReturnRecorded(
                order.orderId(),
                news.returnId(),
                news.stage(),
                moved,
                List.of(),
                List.of(),
                accepted,
                accepted == null ? null : shipping(news),
                null,
                null,
                null,
                null,
                order.news(news.at()));
    }

    /** Rule R3: never more than the units are worth and, of shipping, what was paid for it and has not gone back. */
    private @Nullable Money accepted(ReturnProgress before, RecordReturn news) {
        if (news.stage() != ReturnStage.INSPECTED || news.accepted() == null) {
            return null;
        }
        Money nothing = Money.zero(order.currency());
        Money claimed = news.shipping() == null ? nothing : news.shipping();
        Money goods = news.accepted().minus(claimed);
        Money worth = before.worth().values().stream().reduce(nothing, Money::plus);
        Money all = least(goods, worth).plus(shipping(news));
        return all.isNegative() ? nothing : all;
    }

    private Money shipping(RecordReturn news) {
        Money nothing = Money.zero(order.currency());
        Shipping way = order.state().ordered().shipping();
        Money paid = way == null ? nothing : way.gross();
        Money left = paid.minus(order.state().shippingBack());
        return news.shipping() == null || left.isNegative() ? nothing : least(news.shipping(), left);
    }

    /** Rule R2: the first line whose last parcel arrived too long ago. What has not arrived cannot be too late. */
    private Optional<ReturnWindowClosed> beyondItsWindow(List<LineQuantity> lines, ReturnWindow window, Instant at) {
        return lines.stream()
                .flatMap(line -> order
                        .state()
                        .deliveryOf(line.lineId())
                        .map(window::until)
                        .filter(at::isAfter)
                        .map(until -> new ReturnWindowClosed(line.lineId(), until))
                        .stream())
                .findFirst();
    }

    private String overruled(ReturnWindowClosed closed, @Nullable String override) {
        if (override == null) {
            throw new Refused(closed);
        }
        order.caller().mustBe(Role.SUPERVISOR);
        return override;
    }

    private Money worth(LineQuantity part) {
        return order.state().line(part.lineId()).orElseThrow().worthBack(part.quantity());
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
