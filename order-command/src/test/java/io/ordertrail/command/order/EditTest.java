package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.RequestRefusal.StaleVersion;
import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.EditedLine;
import io.ordertrail.api.order.LineRequest;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderStockRejected;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderRefusal.EditNotFound;
import io.ordertrail.api.order.OrderRefusal.EditOutdated;
import io.ordertrail.api.order.OrderRefusal.NotPaid;
import io.ordertrail.api.order.OrderRefusal.ShipmentAlreadyApproved;
import io.ordertrail.api.order.OrderRefusal.TooMany;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.StockLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EditTest extends OrderScenario {

    private static final LineRequest HAT = line("HAT", 1, "5.00", "0.00", "0.07", false);

    private final JdbcClient jdbc = Database.empty();

    @BeforeEach
    void open() {
        fixture.registerAnnotatedCommandHandler(desk(jdbc));
        tracked(jdbc, "TEE", "HAT");
    }

    private static LineRequest tees(int quantity) {
        return line("TEE", quantity, "10.00", "0.00", "0.19", true);
    }

    private static LineRequest caps(int quantity, String discount) {
        return line("CAP", quantity, "7.50", discount, "0.19", true);
    }

    private static OrderEditProposed proposed(
            List<String> ids, List<LineRequest> lines, String difference, Instant at, StockLine... stock) {
        Pricing pricing = Pricing.of(new Basket(CurrencyUnit.EUR, lines, POST), ids);
        return new OrderEditProposed(
                ORDER,
                edit(1),
                pricing.lines(),
                pricing.totals(),
                eur(difference),
                List.of(stock),
                "she wants more",
                at);
    }

    /** Five tees instead of three. */
    private static OrderEditProposed more(Instant at, StockLine... stock) {
        return proposed(List.of("1", "2"), List.of(tees(5), caps(2, "1.00")), "20.00", at, stock);
    }

    private static OrderEdited made(OrderEditProposed edit, Instant at) {
        return EditDecisions.made(edit, at);
    }

    private Given paidAnd(OrderEvent... more) {
        return given(Stream.concat(Stream.of(created(), captured(TOTAL), confirmed()), Stream.of(more))
                .toArray(OrderEvent[]::new));
    }

    @Test
    void a_line_keeps_its_unit_price_and_its_discount_grows_with_it() {
        given(created())
                .when(propose(1, change("2", 4)))
                .then(proposed(List.of("1", "2"), List.of(tees(3), caps(4, "2.00")), "14.00", NOW))
                .answer(Receipt.of(ORDER, 1));
    }

    @Test
    void a_line_may_be_taken_out_and_a_new_one_gets_an_id_of_its_own() {
        given(created())
                .when(propose(1, change("1", 0), add(HAT)))
                .then(proposed(
                        List.of("2", "3"), List.of(caps(2, "1.00"), HAT), "-24.65", NOW, new StockLine("3", "HAT", 1)));
    }

    @Test
    void of_lines_that_were_asked_of_stock_the_difference_is_told() {
        given(created(), stockRequested(), reserved())
                .when(propose(1, change("1", 5)))
                .then(more(NOW, new StockLine("1", "TEE", 2)));
        given(created()).when(propose(1, change("1", 5))).then(more(NOW));
    }

    @Test
    void an_edit_that_means_nothing_is_refused_with_every_fault() {
        given(created())
                .when(propose(
                        1,
                        change("9", 1),
                        change("1", -1),
                        change("1", 2),
                        new EditedLine(null, 2, HAT),
                        new EditedLine("2", 1, HAT)))
                .faulty(
                        "/lines/0/lineId UNKNOWN_LINE",
                        "/lines/1/quantity OUT_OF_RANGE",
                        "/lines/2/lineId REPEATED",
                        "/lines/3/quantity MISMATCH",
                        "/lines/4/sku FIXED");
        given(created()).when(propose(1)).faulty("/lines REQUIRED");
        given(created()).when(propose(1, change("1", 0), change("2", 0))).faulty("/lines REQUIRED");
    }

    @Test
    void once_something_is_approved_nothing_is_edited() {
        paidAnd(approved(1, units("1", 1))).when(propose(1, change("1", 5))).refused(new ShipmentAlreadyApproved());
    }

    @Test
    void O7_a_proposal_that_comes_twice_is_answered_once() {
        givenCausedBy("c-1", created(), more(LATER))
                .when("c-1", propose(1, change("1", 5)))
                .then()
                .answer(new Receipt(ORDER, 1, true));
        given(created()).ifMatch(7).when(propose(1, change("1", 5))).refused(new StaleVersion(7, 0));
    }

    @Test
    void what_was_worked_out_is_made() {
        OrderEditProposed edit = more(LATER);
        paidAnd(edit).when(apply(1)).then(made(edit, NOW)).answer(Receipt.of(ORDER, 4));
    }

    @Test
    void O4_what_costs_more_must_be_paid_before_it_leaves() {
        OrderEditProposed edit = more(LATER);
        paidAnd(edit, made(edit, LATER)).when(approve(1)).refused(new NotPaid(PaymentTerms.PREPAID, eur("20.00")));
    }

    @Test
    void what_costs_less_may_be_paid_already() {
        OrderEditProposed edit = proposed(List.of("1", "2"), List.of(tees(1), caps(2, "1.00")), "-20.00", LATER);
        given(created(), captured("28.90"), edit).when(apply(1)).then(made(edit, NOW), new OrderConfirmed(ORDER, NOW));
    }

    @Test
    void an_edit_is_outdated_once_the_goods_are_others() {
        OrderEditProposed edit = more(LATER);
        paidAnd(edit, approved(1, units("1", 1)), withdrawn(1, units("1", 1)))
                .when(apply(1))
                .refused(new EditOutdated(edit(1)));
        paidAnd(edit, made(edit, LATER)).when(apply(1)).refused(new EditOutdated(edit(1)));
        paidAnd().when(apply(1)).refused(new EditNotFound(edit(1)));
    }

    @Test
    void a_cancelled_order_is_not_edited() {
        given(created(), more(LATER), cancelled()).when(apply(1)).result().expectNoEvents();
    }

    @Test
    void units_that_an_edit_adds_are_not_approved_before_they_are_promised() {
        OrderEditProposed edit = more(LATER, new StockLine("1", "TEE", 2));
        OrderEvent[] edited = {
            created(PaymentTerms.INVOICE), stockRequested(), reserved(), confirmed(), edit, made(edit, LATER)
        };
        given(edited).when(approve(1, units("1", 4))).refused(new TooMany("1", 4, 3));
        given(Stream.concat(Stream.of(edited), Stream.of(reserved())).toArray(OrderEvent[]::new))
                .when(approve(1, units("1", 5)))
                .then(new ShipmentApproved(ORDER, shipment(1), List.of(units("1", 5)), NOW));
    }

    @Test
    void a_confirmed_order_whose_added_units_cannot_be_had_needs_a_person() {
        OrderEditProposed edit = more(LATER, new StockLine("1", "TEE", 2));
        given(created(PaymentTerms.INVOICE), stockRequested(), reserved(), confirmed(), edit, made(edit, LATER))
                .by("SERVICE")
                .when(new RecordStockRejected(ORDER, "1"))
                .then(
                        new OrderStockRejected(ORDER, "1", NOW),
                        new OrderProblemReported(
                                ORDER,
                                "out-of-stock:1",
                                "OUT_OF_STOCK",
                                "Line 1 cannot be had as it was edited.",
                                NOW));
    }

    @Test
    void a_pending_order_whose_added_units_cannot_be_had_ends() {
        OrderEditProposed edit = more(LATER, new StockLine("1", "TEE", 2));
        given(created(), stockRequested(), reserved(), edit, made(edit, LATER))
                .by("SERVICE")
                .when(new RecordStockRejected(ORDER, "1"))
                .then(
                        new OrderStockRejected(ORDER, "1", NOW),
                        new OrderCancelled(ORDER, CancellationReason.OUT_OF_STOCK, null, NOW));
    }
}
