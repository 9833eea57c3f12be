package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseRefusal.EditNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.EditOutdated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyApproved;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.NotPaid;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.command.Scenario;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        fixture.registerAnnotatedCommandHandler(handler(jdbc));
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
        Pricing pricing = Pricing.of(new Basket(CurrencyUnit.EUR, lines, POST, null), ids);
        return new OrderEditProposed(
                ORDER,
                edit(1),
                pricing.lines(),
                pricing.shipping(),
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
        return new OrderEdited(
                ORDER,
                edit.editId(),
                edit.lines(),
                edit.shipping(),
                edit.totals(),
                edit.difference(),
                edit.stock(),
                at);
    }

    private Scenario.Given<Order> paidAnd(OrderEvent... more) {
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
    void a_line_keeps_its_part_of_the_orders_discount_which_grows_with_it_unless_its_discount_is_given_anew() {
        OrderCreated plain = created();
        Pricing reduced = Pricing.of(new Basket(CurrencyUnit.EUR, LINES, POST, eur("4.40")));
        OrderCreated order = new OrderCreated(
                ORDER,
                plain.number(),
                null,
                plain.channel(),
                plain.customerId(),
                plain.currency(),
                plain.paymentTerms(),
                reduced.lines(),
                reduced.shipping(),
                reduced.totals(),
                Pricing.ROUNDING,
                HOME,
                null,
                List.of(),
                null,
                Map.of(),
                null,
                null,
                plain.at());
        given(order).when(propose(1, change("1", 6))).shows(events -> {
            List<OrderLine> lines = ((OrderEditProposed) events.get(0)).lines();
            assertThat(lines).extracting(OrderLine::orderDiscount).containsExactly(eur("6.00"), eur("1.40"));
            assertThat(lines).extracting(OrderLine::discount).containsExactly(eur("6.00"), eur("2.40"));
        });
        given(order)
                .when(propose(1, new EditedLine("1", 3, null, null, eur("2.00"), null)))
                .shows(events -> {
                    OrderLine first =
                            ((OrderEditProposed) events.get(0)).lines().get(0);
                    assertThat(first.discount()).isEqualTo(eur("2.00"));
                    assertThat(first.orderDiscount()).isEqualTo(eur("0.00"));
                });
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
        given(createdOfStock(PaymentTerms.PREPAID), stockAsked(), reserved(0))
                .when(propose(1, change("1", 5)))
                .then(more(NOW, new StockLine("1", "TEE", 2)));
        given(created()).when(propose(1, change("1", 5))).then(more(NOW));
    }

    @Test
    void an_edit_that_means_nothing_is_refused_with_every_fault() {
        given(created())
                .when(propose(
                        1, change("1", -1), change("1", 2), new EditedLine(null, 2, HAT), new EditedLine("2", 1, HAT)))
                .faulty(
                        "/lines/0/quantity OUT_OF_RANGE",
                        "/lines/1/lineId REPEATED",
                        "/lines/2/quantity MISMATCH",
                        "/lines/3/sku FIXED");
        given(created())
                .when(propose(1, change("9", 1), change("8", 1)))
                .faulty("/lines/0/lineId UNKNOWN_LINE", "/lines/1/lineId UNKNOWN_LINE");
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
        given(created(), captured("28.90"), edit)
                .when(apply(1))
                .then(made(edit, NOW), new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
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
            createdOfStock(PaymentTerms.INVOICE),
            stockAsked(),
            reserved(0),
            confirmed(),
            edit,
            made(edit, LATER),
            stockAsked(2, 5, 0, LATER)
        };
        given(edited).when(approve(1, units("1", 4))).refused(new TooMany("1", 4, 3));
        given(Stream.concat(Stream.of(edited), Stream.of(stockAnswered(2, 8, 5, 0, 0, LATER)))
                        .toArray(OrderEvent[]::new))
                .when(approve(1, units("1", 5)))
                .then(approved(1, NOW, units("1", 5)));
    }

    @Test
    void what_an_edit_wants_of_stock_is_asked_at_once() {
        OrderEditProposed edit = more(LATER, new StockLine("1", "TEE", 2));
        given(createdOfStock(PaymentTerms.INVOICE), stockAsked(), reserved(0), confirmed(), edit)
                .when(apply(1))
                .then(made(edit, NOW), stockAsked(2, 5, 0, NOW));
    }

    @Test
    void an_order_whose_added_units_cannot_be_had_needs_a_person() {
        OrderEditProposed edit = more(LATER, new StockLine("1", "TEE", 2));
        given(
                        createdOfStock(PaymentTerms.INVOICE),
                        stockAsked(),
                        reserved(0),
                        confirmed(),
                        edit,
                        made(edit, LATER),
                        stockAsked(2, 5, 0, LATER))
                .by("SERVICE")
                .when(stock(2, 8, 3, 0, 2))
                .then(
                        stockAnswered(2, 8, 3, 0, 2, NOW),
                        new OrderProblemReported(
                                ORDER, "out-of-stock:1", "OUT_OF_STOCK", "2 units of line 1 out of stock.", NOW));
    }

    @Test
    void an_edit_may_change_how_the_order_is_sent() {
        ShippingRequest express = new ShippingRequest("EXPRESS", eur("9.90"), new BigDecimal("0.19"), true);
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        order.staff(new ProposeEdit(ORDER, edit(1), List.of(change("1", 3)), express, null, null));
        order.staff(apply(1));
        assertThat(order.last(OrderEdited.class).difference()).isEqualTo(eur("5.00"));
        assertThat(order.last(PaymentAsked.class).amount()).isEqualTo(eur("5.00"));
    }

    @Test
    void report_R9b_price_discount_and_note_of_a_line_change_without_a_new_line() {
        OrderTale order = OrderTale.byCard(PaymentTerms.PREPAID);
        order.settles();
        order.staff(propose(1, new EditedLine("1", 3, null, eur("8.00"), eur("1.00"), "As sold next door")));
        order.staff(apply(1));
        assertThat(order.last(OrderEdited.class).lines().get(0))
                .extracting(OrderLine::lineId, OrderLine::unitPrice, OrderLine::discount, OrderLine::note)
                .containsExactly("1", eur("8.00"), eur("1.00"), "As sold next door");
        // 3 × 10.00 became 3 × 8.00 less 1.00.
        assertThat(order.last(RefundAsked.class).amount()).isEqualTo(eur("7.00"));
    }

    @Test
    void a_customer_edits_nothing() {
        given(created()).by("CUSTOMER").when(propose(1, change("1", 5))).forbidden();
        given(created(), more(LATER)).by("CUSTOMER").when(apply(1)).forbidden();
    }
}
