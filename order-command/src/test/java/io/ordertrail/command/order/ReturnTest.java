package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsRefusal.NoGoodsToReturn;
import io.ordertrail.api.order.OrderGoodsRefusal.ReturnWindowClosed;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownLine;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownReturn;
import io.ordertrail.api.order.OrderMoneyRefusal.ExchangeWithItself;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.command.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnTest extends OrderScenario {

    private static final LineQuantity TEES = units("1", 3);

    private Scenario.Given<Order> shippedAnd(OrderEvent... more) {
        return given(Stream.concat(
                        Stream.of(created(), captured(TOTAL), confirmed(), approved(1, TEES), shipped(1, TEES)),
                        Stream.of(more))
                .toArray(OrderEvent[]::new));
    }

    private static ReturnRecorded recorded(
            ReturnStage stage, List<LineQuantity> lines, List<Money> worth, @Nullable String override, Instant at) {
        String reason = stage == ReturnStage.REQUESTED ? "too big" : null;
        List<String> skus = stage == ReturnStage.REQUESTED ? skus(lines.toArray(LineQuantity[]::new)) : List.of();
        return new ReturnRecorded(
                ORDER, returned(1), stage, lines, worth, skus, null, null, reason, override, null, null, at);
    }

    private static ReturnRecorded requested(int tees) {
        return recorded(ReturnStage.REQUESTED, List.of(units("1", tees)), List.of(eur(tees + "0.00")), null, LATER);
    }

    private static ReturnRecorded received(int tees) {
        return recorded(ReturnStage.RECEIVED, List.of(units("1", tees)), List.of(), null, LATER);
    }

    private static OrderDelivered deliveredLongAgo() {
        return new OrderDelivered(ORDER, shipment(1), List.of(TEES), NOW.minus(Duration.ofDays(31)));
    }

    private static RequestReturn overriding() {
        return new RequestReturn(
                ORDER, returned(1), List.of(units("1", 1)), "too big", "an old friend", null, null, null);
    }

    @Test
    void R3_what_is_asked_back_is_worth_what_was_paid_for_it() {
        shippedAnd()
                .when(askBack(1, units("1", 2)))
                .then(recorded(ReturnStage.REQUESTED, List.of(units("1", 2)), List.of(eur("20.00")), null, NOW));
    }

    @Test
    void R1_no_more_is_asked_back_than_has_left_and_was_not_asked_back_before() {
        shippedAnd().when(askBack(1, units("1", 4))).refused(new TooMany("1", 4, 3));
        shippedAnd(requested(2)).when(askBack(2, units("1", 2))).refused(new TooMany("1", 2, 1));
        shippedAnd(requested(2), received(2)).when(askBack(2, units("1", 2))).refused(new TooMany("1", 2, 1));
        shippedAnd().when(askBack(1, units("2", 1))).refused(new TooMany("2", 1, 0));
        shippedAnd().when(askBack(1, units("9", 1))).refused(new UnknownLine("9"));
    }

    @Test
    void how_far_it_has_come_is_known_from_when_it_came_so_far() {
        RecordReturn told =
                new RecordReturn(ORDER, returned(1), ReturnStage.RECEIVED, List.of(units("1", 2)), null, null, LATER);
        shippedAnd(requested(2)).by("SERVICE").when(told).then(received(2));
    }

    @Test
    void R1_before_anything_has_left_nothing_is_asked_back() {
        given(created(), captured(TOTAL), confirmed())
                .when(askBack(1, units("1", 1)))
                .refused(new NoGoodsToReturn());
    }

    @Test
    void R2_the_window_counts_from_the_delivery_of_the_lines_last_parcel() {
        shippedAnd(deliveredLongAgo())
                .when(askBack(1, units("1", 1)))
                .refused(new ReturnWindowClosed("1", NOW.minus(Duration.ofDays(1))));
        shippedAnd(deliveredLongAgo(), approved(2, units("2", 2)), shipped(2, units("2", 2)))
                .when(askBack(1, units("2", 1)))
                .then(recorded(ReturnStage.REQUESTED, List.of(units("2", 1)), List.of(eur("7.00")), null, NOW));
    }

    @Test
    void R2_is_decided_by_the_clock_whatever_date_the_customer_writes() {
        RequestReturn backdated =
                new RequestReturn(ORDER, returned(1), List.of(units("1", 1)), "too big", null, null, null, LATER);
        OrderDelivered arrived =
                new OrderDelivered(ORDER, shipment(1), List.of(TEES), LATER.minus(Duration.ofDays(30)));
        shippedAnd(arrived).by("CUSTOMER").when(backdated).refused(new ReturnWindowClosed("1", LATER));
        shippedAnd(arrived)
                .when(backdated)
                .then(recorded(ReturnStage.REQUESTED, List.of(units("1", 1)), List.of(eur("10.00")), null, LATER));
    }

    @Test
    void R2_a_supervisor_may_give_a_reason_to_take_back_later() {
        shippedAnd(deliveredLongAgo())
                .by("SUPERVISOR")
                .when(overriding())
                .then(recorded(
                        ReturnStage.REQUESTED, List.of(units("1", 1)), List.of(eur("10.00")), "an old friend", NOW));
        shippedAnd(deliveredLongAgo()).by("SUPPORT").when(overriding()).forbidden();
    }

    @Test
    void R2_inside_the_window_no_reason_is_needed_nor_kept() {
        shippedAnd()
                .when(overriding())
                .then(recorded(ReturnStage.REQUESTED, List.of(units("1", 1)), List.of(eur("10.00")), null, NOW));
    }

    @Test
    void a_return_has_its_own_id_and_names_lines() {
        shippedAnd(requested(1)).when(askBack(1, units("1", 1))).faulty("/returnId TAKEN");
        shippedAnd().when(askBack(2)).faulty("/lines REQUIRED");
    }

    @Test
    void an_order_is_no_exchange_for_itself() {
        shippedAnd()
                .when(new RequestReturn(ORDER, returned(1), List.of(units("1", 1)), "too big", null, null, ORDER, null))
                .refused(new ExchangeWithItself());
    }

    @Test
    void what_the_return_would_refuse_the_order_does_not_take_in() {
        shippedAnd()
                .when(new RequestReturn(
                        ORDER, returned(1), List.of(units("1", 1)), "too big", null, "me", "shop", null))
                .faulty("/creditAccountId MALFORMED", "/exchangeOrderId MALFORMED");
    }

    @Test
    void units_that_came_back_are_returned_with_their_worth() {
        shippedAnd(requested(2))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.RECEIVED, units("1", 5)))
                .then(recorded(ReturnStage.RECEIVED, List.of(units("1", 2)), List.of(), null, NOW));
    }

    @Test
    void a_return_that_is_refused_or_expires_frees_what_did_not_come() {
        shippedAnd(requested(2))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.REJECTED))
                .then(recorded(ReturnStage.REJECTED, List.of(units("1", 2)), List.of(), null, NOW));
        shippedAnd(requested(2), received(1))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.CLOSED))
                .then(recorded(ReturnStage.CLOSED, List.of(units("1", 1)), List.of(), null, NOW));
    }

    @Test
    void units_of_a_return_that_expired_may_be_asked_back_again() {
        shippedAnd(requested(3), recorded(ReturnStage.EXPIRED, List.of(units("1", 3)), List.of(), null, LATER))
                .when(askBack(2, units("1", 3)))
                .result()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void goods_that_the_closing_tells_of_have_come_back() {
        shippedAnd(requested(3))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.CLOSED, units("1", 2)))
                .then(
                        recorded(ReturnStage.RECEIVED, List.of(units("1", 2)), List.of(), null, NOW),
                        recorded(ReturnStage.CLOSED, List.of(units("1", 1)), List.of(), null, NOW));
        shippedAnd(requested(3), received(1))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.CLOSED, units("1", 3)))
                .then(
                        recorded(ReturnStage.RECEIVED, List.of(units("1", 2)), List.of(), null, NOW),
                        recorded(ReturnStage.CLOSED, List.of(), List.of(), null, NOW));
    }

    @Test
    void goods_that_the_order_has_heard_of_come_back_once() {
        shippedAnd(requested(3), received(2))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.CLOSED, units("1", 2)))
                .then(recorded(ReturnStage.CLOSED, List.of(units("1", 1)), List.of(), null, NOW));
        shippedAnd(requested(2), received(2), recorded(ReturnStage.CLOSED, List.of(), List.of(), null, LATER))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.RECEIVED, units("1", 2)))
                .changesNothing(7);
    }

    @Test
    void news_of_a_return_that_comes_too_late_or_twice_changes_nothing() {
        shippedAnd(requested(2), received(2))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.APPROVED))
                .changesNothing(6);
        shippedAnd(requested(2), received(2))
                .by("SERVICE")
                .when(returnIs(1, ReturnStage.RECEIVED, units("1", 2)))
                .changesNothing(6);
    }

    @Test
    void only_the_service_tells_how_far_a_known_return_has_come() {
        shippedAnd(requested(2)).when(returnIs(1, ReturnStage.APPROVED)).forbidden();
        shippedAnd().by("SERVICE").when(returnIs(1, ReturnStage.APPROVED)).refused(new UnknownReturn(returned(1)));
    }
}
