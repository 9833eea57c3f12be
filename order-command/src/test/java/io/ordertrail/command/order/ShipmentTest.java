package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseRefusal.WrongLifecycle;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.ApproveShipment;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsRefusal.NothingLeftToShip;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.OrderGoodsRefusal.UnknownLine;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.NotPaid;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.command.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShipmentTest extends OrderScenario {

    private static final LineQuantity TEES = units("1", 3);
    private static final LineQuantity CAPS = units("2", 2);
    private static final LineQuantity[] ALL = {TEES, CAPS};

    private Scenario.Given<Order> confirmedAnd(OrderEvent... more) {
        return given(Stream.concat(Stream.of(created(), captured(TOTAL), confirmed()), Stream.of(more))
                .toArray(OrderEvent[]::new));
    }

    private static ShipmentApproved approvedNow(int n, LineQuantity... lines) {
        return approved(n, NOW, lines);
    }

    @Test
    void a_part_is_approved() {
        confirmedAnd()
                .when(approve(1, units("1", 2)))
                .then(approvedNow(1, units("1", 2)))
                .answer(Receipt.of(ORDER, 3));
    }

    @Test
    void what_goes_nowhere_is_approved_as_well_and_is_told_an_address_later() {
        given(withoutAddress(created()), captured(TOTAL), confirmed())
                .when(approve(1, ALL))
                .then(approvedNow(1, ALL))
                .answer(Receipt.of(ORDER, 3));
        given(withoutAddress(created()), captured(TOTAL), confirmed(), approved(1, ALL))
                .when(new ChangeAddress(ORDER, HOME, null))
                .then(new AddressChanged(ORDER, "c-1", HOME, null, NOW));
    }

    @Test
    void no_lines_means_all_that_is_left() {
        confirmedAnd(approved(1, units("1", 2)), linesCancelled("2", 1, "7.00"), refundDue("7.00", LATER))
                .when(approve(2))
                .then(approvedNow(2, units("1", 1), units("2", 1)));
    }

    @Test
    void O3_no_more_is_approved_than_was_ordered() {
        confirmedAnd().when(approve(1, units("1", 4))).refused(new TooMany("1", 4, 3));
    }

    @Test
    void O3_what_is_approved_is_not_approved_again() {
        confirmedAnd(approved(1, units("1", 2))).when(approve(2, units("1", 2))).refused(new TooMany("1", 2, 1));
    }

    @Test
    void O3_what_is_cancelled_is_not_approved() {
        confirmedAnd(approved(1, units("1", 1)), linesCancelled("1", 1, "10.00"))
                .when(approve(2, units("1", 2)))
                .refused(new TooMany("1", 2, 1));
    }

    @Test
    void O3_one_line_too_many_refuses_the_whole_shipment() {
        confirmedAnd().when(approve(1, units("1", 1), units("2", 3))).refused(new TooMany("2", 3, 2));
    }

    @Test
    void O3_only_lines_of_the_order_are_approved() {
        confirmedAnd().when(approve(1, units("3", 1))).refused(new UnknownLine("3"));
    }

    @Test
    void O3_when_all_is_approved_nothing_is_left() {
        confirmedAnd(approved(1, ALL)).when(approve(2)).refused(new NothingLeftToShip());
    }

    @Test
    void a_shipment_names_each_line_once_and_one_unit_at_least() {
        confirmedAnd()
                .when(approve(1, units("1", 1), units("1", 1), units("2", 0)))
                .faulty("/lines/1/lineId REPEATED", "/lines/2/quantity OUT_OF_RANGE");
    }

    @Test
    void a_shipments_id_is_made_of_its_orders() {
        confirmedAnd()
                .when(new ApproveShipment(ORDER, "shipment-1", List.of(), null))
                .faulty("/shipmentId MALFORMED");
    }

    @Test
    void a_shipment_is_approved_under_one_id_once() {
        confirmedAnd(approved(1, units("1", 1))).when(approve(1, units("1", 1))).faulty("/shipmentId TAKEN");
    }

    @Test
    void O4_a_prepaid_order_ships_nothing_before_it_is_paid() {
        given(created(), captured("48.89")).when(approve(1)).refused(new NotPaid(PaymentTerms.PREPAID, eur("0.01")));
    }

    @Test
    void O4_an_authorised_order_ships() {
        given(created(PaymentTerms.AUTH_FIRST), authorized(TOTAL), confirmed())
                .when(approve(1))
                .then(approvedNow(1, ALL), new CaptureAsked(ORDER, payment(1), 1, eur(TOTAL), NOW));
    }

    @Test
    void O4_a_waived_order_ships() {
        given(created(), waived(), confirmed()).when(approve(1)).then(approvedNow(1, ALL));
    }

    @Test
    void O4_an_unpaid_invoice_is_shipped_by_staff() {
        given(created(PaymentTerms.INVOICE), confirmed())
                .by("SUPERVISOR")
                .when(approve(1))
                .then(approvedNow(1, ALL));
    }

    @Test
    void O4_an_unpaid_invoice_is_shipped_by_nobody_else() {
        given(created(PaymentTerms.INVOICE), confirmed())
                .by("SERVICE")
                .when(approve(1))
                .forbidden();
    }

    @Test
    void O4_a_paid_invoice_is_shipped_by_the_service_too() {
        given(created(PaymentTerms.INVOICE), confirmed(), captured(TOTAL))
                .by("SERVICE")
                .when(approve(1))
                .then(approvedNow(1, ALL));
    }

    @Test
    void a_customer_ships_nothing() {
        confirmedAnd().by("CUSTOMER").when(approve(1)).forbidden();
    }

    @Test
    void O5_a_cancelled_order_ships_nothing() {
        confirmedAnd(cancelled()).when(approve(1)).refused(new WrongLifecycle(OrderLifecycle.CANCELLED));
    }
}
