package io.ordertrail.command.shipment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDelivered;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotDispatched;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordFailedAttempt;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentCommand.UpdateTracking;
import io.ordertrail.api.shipment.ShipmentEvent.DeliveryAttemptFailed;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentEvent.TrackingUpdated;
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentAlreadyPacked;
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentEnded;
import io.ordertrail.api.shipment.ShipmentStatus;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShipmentWayTest extends ShipmentScenario {

    private static final PackShipment PACK = new PackShipment(ID, null);
    private static final DispatchShipment DISPATCH = new DispatchShipment(ID, "DHL", "JD-1", null);
    private static final DeliverShipment DELIVER = new DeliverShipment(ID, null);

    @Test
    void an_approved_shipment_is_packed() {
        given(CREATED).when(PACK).then(new ShipmentPacked(ID, ORDER, NOW)).answer(Receipt.of(ID, 1));
    }

    @Test
    void a_shipment_is_packed_once() {
        given(CREATED, PACKED).when(PACK).refused(new ShipmentAlreadyPacked(ID));
    }

    @Test
    void H2_what_leaves_is_what_was_approved() {
        given(CREATED, PACKED).when(DISPATCH).then(new ShipmentDispatched(ID, ORDER, TEES, "DHL", "JD-1", NOW));
    }

    @Test
    void a_shop_that_records_no_packing_dispatches_all_the_same() {
        given(CREATED)
                .when(new DispatchShipment(ID, null, null, null))
                .then(new ShipmentDispatched(ID, ORDER, TEES, null, null, NOW));
    }

    @Test
    void a_parcel_under_way_is_followed() {
        given(CREATED, DISPATCHED)
                .when(new UpdateTracking(ID, "IN_TRANSIT", "Leipzig", null))
                .then(new TrackingUpdated(ID, ORDER, "IN_TRANSIT", "Leipzig", NOW));
    }

    @Test
    void a_failed_attempt_leaves_it_under_way() {
        var failed = new DeliveryAttemptFailed(ID, ORDER, "Nobody at home", ENDED_AT);
        given(CREATED, DISPATCHED)
                .when(new RecordFailedAttempt(ID, "Nobody at home", ENDED_AT))
                .then(failed);
        given(CREATED, DISPATCHED, failed).when(DELIVER).then(new ShipmentDelivered(ID, ORDER, NOW));
    }

    @Test
    void a_parcel_under_way_may_be_lost() {
        given(CREATED, DISPATCHED)
                .when(new ReportLost(ID, "Searched", null))
                .then(new ShipmentLost(ID, ORDER, "Searched", NOW));
    }

    @Test
    void a_parcel_under_way_may_come_back() {
        given(CREATED, DISPATCHED)
                .when(new RecordReturnedToSender(ID, "Address unknown", null))
                .then(new ShipmentReturnedToSender(ID, ORDER, "Address unknown", NOW));
    }

    @Test
    void what_has_not_left_is_cancelled() {
        given(CREATED, PACKED)
                .when(new CancelShipment(ID, "Box torn", null))
                .then(new ShipmentCancelled(ID, ORDER, "Box torn", NOW));
    }

    static Stream<ShipmentCommand> beforeItLeaves() {
        return Stream.of(PACK, DISPATCH, new CancelShipment(ID, null, null));
    }

    static Stream<ShipmentCommand> underWay() {
        return Stream.of(
                DELIVER,
                new UpdateTracking(ID, "IN_TRANSIT", null, null),
                new RecordFailedAttempt(ID, "Nobody at home", null),
                new ReportLost(ID, null, null),
                new RecordReturnedToSender(ID, null, null));
    }

    @ParameterizedTest
    @MethodSource("beforeItLeaves")
    void H2_what_has_left_is_not_packed_sent_or_cancelled(ShipmentCommand command) {
        Refusal left = new ShipmentAlreadyDispatched(ID);
        given(CREATED, DISPATCHED).when(command).refused(left);
        prepare();
        given(CREATED, DISPATCHED, DELIVERED).when(command).refused(left);
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void H3_what_has_not_left_is_not_delivered_followed_or_lost(ShipmentCommand command) {
        Refusal stillHere = new ShipmentNotDispatched(ID);
        given(CREATED).when(command).refused(stillHere);
        prepare();
        given(CREATED, PACKED).when(command).refused(stillHere);
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void H3_what_was_delivered_is_delivered(ShipmentCommand command) {
        given(CREATED, DISPATCHED, DELIVERED).when(command).refused(new ShipmentAlreadyDelivered(ID));
    }

    static Stream<ShipmentCommand> anything() {
        return Stream.concat(beforeItLeaves(), underWay());
    }

    @ParameterizedTest
    @MethodSource("anything")
    void what_has_ended_has_ended(ShipmentCommand command) {
        given(CREATED, DISPATCHED, LOST).when(command).refused(new ShipmentEnded(ID, ShipmentStatus.LOST));
        prepare();
        given(CREATED, DISPATCHED, SENT_BACK)
                .when(command)
                .refused(new ShipmentEnded(ID, ShipmentStatus.RETURNED_TO_SENDER));
        prepare();
        given(CREATED, CANCELLED).when(command).refused(new ShipmentEnded(ID, ShipmentStatus.CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void a_customer_moves_no_parcel(ShipmentCommand command) {
        given(CREATED).by("CUSTOMER").when(command).forbidden();
        prepare();
        given(CREATED, DISPATCHED).by("CUSTOMER", "AUDITOR").when(command).forbidden();
    }

    @Test
    void the_service_itself_moves_a_parcel() {
        given(CREATED).by("SERVICE").when(DISPATCH).result().expectSuccessfulHandlerExecution();
    }

    @Test
    void O7_what_was_accepted_once_is_answered_again_whoever_says_it() {
        givenCausedBy("command-1", CREATED, PACKED)
                .by("INTEGRATION")
                .when("command-1", PACK)
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void every_step_comes_after_the_one_before() {
        Instant before = LEFT_AT.minusSeconds(1);
        given(CREATED, PACKED, DISPATCHED)
                .when(new DeliverShipment(ID, before))
                .refused(new ImpossibleTime(before, LEFT_AT, NOW));
    }

    @Test
    void nothing_is_dispatched_before_it_was_approved() {
        Instant before = APPROVED_AT.minusSeconds(1);
        given(CREATED)
                .when(new DispatchShipment(ID, null, null, before))
                .refused(new ImpossibleTime(before, APPROVED_AT, NOW));
    }

    @Test
    void nothing_is_delivered_in_the_future() {
        Instant later = NOW.plusSeconds(3);
        given(CREATED, DISPATCHED)
                .when(new DeliverShipment(ID, later))
                .refused(new ImpossibleTime(later, LEFT_AT, NOW));
    }

    @Test
    void texts_are_short_and_printable() {
        given(CREATED)
                .when(new DispatchShipment(ID, "D\u0000", "x".repeat(101), null))
                .faulty("/carrier CONTROL_CHARACTER", "/trackingNumber TOO_LONG");
        prepare();
        given(CREATED, DISPATCHED)
                .when(new UpdateTracking(ID, " ", "x".repeat(201), null))
                .faulty("/status REQUIRED", "/location TOO_LONG");
    }
}
