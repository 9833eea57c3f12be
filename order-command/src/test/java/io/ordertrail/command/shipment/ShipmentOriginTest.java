package io.ordertrail.command.shipment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentIdTaken;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentOriginTest extends ShipmentScenario {

    @Test
    void H1_the_service_makes_what_the_order_approved() {
        given().by("SERVICE").when(CREATE).then(CREATED).answer(Receipt.of(ID, 0));
    }

    @Test
    void H1_nobody_else_makes_a_shipment() {
        given().by("SUPERVISOR").when(CREATE).forbidden();
    }

    @Test
    void H1_nothing_is_done_to_a_shipment_that_no_order_approved() {
        given().when(new PackShipment(ID, null)).refused(new ShipmentNotFound(ID));
    }

    @Test
    void H2_what_is_made_again_with_the_same_contents_stays_as_it_is() {
        given(CREATED, PACKED)
                .by("SERVICE")
                .when(CREATE)
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void H2_contents_never_change() {
        var more = new CreateShipment(ID, ORDER, List.of(new ShipmentLine("1", "TEE-M", 3)), APPROVED_AT);
        given(CREATED).by("SERVICE").when(more).refused(new ShipmentIdTaken(ID));
    }

    @Test
    void a_shipment_has_something_in_it_and_an_id_made_of_its_orders() {
        given().by("SERVICE")
                .when(new CreateShipment("shipment-1", ORDER, List.of(), APPROVED_AT))
                .faulty("/shipmentId MALFORMED", "/lines REQUIRED");
        prepare();
        given().by("SERVICE")
                .when(new CreateShipment(ID, ORDER, List.of(new ShipmentLine("1", "TEE-M", 0)), APPROVED_AT))
                .faulty("/lines/0/quantity OUT_OF_RANGE");
    }

    @Test
    void O7_the_same_command_again_changes_nothing_and_answers_the_same() {
        givenCausedBy("command-1", CREATED, PACKED)
                .when("command-1", new PackShipment(ID, null))
                .then()
                .answer(Receipt.of(ID, 1).again());
    }

    @Test
    void a_command_that_expects_an_older_version_is_refused() {
        given(CREATED, PACKED).ifMatch(0).when(new PackShipment(ID, null)).refused(new StaleVersion(0, 1));
    }

    @Test
    void a_command_that_expects_the_present_version_is_obeyed() {
        given(CREATED).ifMatch(0).when(new PackShipment(ID, null)).then(new ShipmentPacked(ID, ORDER, NOW));
    }
}
