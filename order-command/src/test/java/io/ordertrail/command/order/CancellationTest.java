package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsRefusal.AlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.NothingLeftToCancel;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyApproved;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownLine;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.command.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CancellationTest extends OrderScenario {

    private static final OrderCancelled CANCELLED =
            new OrderCancelled(ORDER, CancellationReason.CUSTOMER, "changed her mind", NOW);
    private static final LineQuantity TEES = units("1", 3);

    private Scenario.Given<Order> confirmedAnd(OrderEvent... more) {
        return given(Stream.concat(Stream.of(created(), captured(TOTAL), confirmed()), Stream.of(more))
                .toArray(OrderEvent[]::new));
    }

    private static OrderLinesCancelled out(String value, CancelledLine... lines) {
        return new OrderLinesCancelled(ORDER, List.of(lines), eur(value), CancellationReason.UNAVAILABLE, null, NOW);
    }

    private static CancelledLine out(String lineId, int quantity, String value) {
        return new CancelledLine(lineId, quantity, eur(value));
    }

    @Test
    void a_pending_order_is_cancelled() {
        given(created()).when(cancel()).then(CANCELLED).answer(Receipt.of(ORDER, 1));
    }

    @Test
    void a_confirmed_order_of_which_nothing_is_approved_is_cancelled() {
        confirmedAnd().when(cancel()).then(CANCELLED, refundDue(TOTAL, NOW));
    }

    @Test
    void a_held_order_is_cancelled() {
        confirmedAnd(held()).when(cancel()).then(CANCELLED, refundDue(TOTAL, NOW));
    }

    @Test
    void O5_cancel_is_refused_after_approval() {
        confirmedAnd(approved(1, units("1", 1))).when(cancel()).refused(new ShipmentAlreadyApproved());
    }

    @Test
    void O5_cancel_is_refused_after_dispatch() {
        confirmedAnd(approved(1, TEES), shipped(1, TEES)).when(cancel()).refused(new AlreadyDispatched());
    }

    @Test
    void a_completed_order_is_not_cancelled() {
        confirmedAnd(completed()).when(cancel()).refused(new WrongLifecycle(OrderLifecycle.COMPLETED));
    }

    @Test
    void an_order_is_cancelled_once() {
        given(created(), cancelled()).when(cancel()).refused(new WrongLifecycle(OrderLifecycle.CANCELLED));
    }

    @Test
    void a_cancellation_comes_after_the_order() {
        Instant before = PLACED.minusSeconds(1);
        given(created()).when(cancel(before)).refused(new ImpossibleTime(before, PLACED, NOW));
    }

    @Test
    void a_note_to_a_cancellation_has_4000_characters_at_most() {
        given(created())
                .when(new CancelOrder(ORDER, CancellationReason.OTHER, "x".repeat(4001), null))
                .faulty("/note TOO_LONG");
    }

    @Test
    void lines_of_a_partly_shipped_order_are_cancelled_at_their_value() {
        confirmedAnd(approved(1, units("1", 2)))
                .when(cancelLines(units("1", 1), units("2", 1)))
                .then(out("17.00", out("1", 1, "10.00"), out("2", 1, "7.00")), refundDue("17.00", NOW))
                .answer(Receipt.of(ORDER, 5));
    }

    @Test
    void no_lines_means_all_that_is_left() {
        confirmedAnd(approved(1, TEES))
                .when(cancelLines())
                .then(out("14.00", out("2", 2, "14.00")), refundDue("14.00", NOW));
    }

    @Test
    void what_remains_being_delivered_completes_the_order() {
        confirmedAnd(approved(1, TEES), shipped(1, TEES), delivered(1, TEES))
                .when(cancelLines(units("2", 2)))
                .then(out("14.00", out("2", 2, "14.00")), new OrderCompleted(ORDER, NOW), refundDue("14.00", NOW));
    }

    @Test
    void lines_are_cancelled_before_anything_is_approved() {
        confirmedAnd()
                .when(cancelLines(units("2", 2)))
                .then(out("14.00", out("2", 2, "14.00")), refundDue("14.00", NOW));
    }

    @Test
    void without_its_last_unit_the_order_ends() {
        given(created(PaymentTerms.INVOICE), confirmed())
                .when(cancelLines())
                .then(new OrderCancelled(ORDER, CancellationReason.UNAVAILABLE, null, NOW));
    }

    @Test
    void lines_of_a_pending_order_are_not_cancelled() {
        given(created()).when(cancelLines(units("1", 1))).refused(new WrongLifecycle(OrderLifecycle.PENDING));
    }

    @Test
    void O3_no_more_is_cancelled_than_is_left() {
        confirmedAnd(approved(1, units("1", 2)))
                .when(cancelLines(units("1", 2)))
                .refused(new TooMany("1", 2, 1));
    }

    @Test
    void O3_only_lines_of_the_order_are_cancelled() {
        confirmedAnd(approved(1, TEES)).when(cancelLines(units("9", 1))).refused(new UnknownLine("9"));
    }

    @Test
    void O3_when_all_is_approved_nothing_is_left_to_cancel() {
        confirmedAnd(approved(1, TEES, units("2", 2))).when(cancelLines()).refused(new NothingLeftToCancel());
    }

    @Test
    void a_cancellation_names_one_unit_at_least() {
        confirmedAnd(approved(1, TEES)).when(cancelLines(units("2", -1))).faulty("/lines/0/quantity OUT_OF_RANGE");
    }
}
