package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.command.process.FulfilmentSettings.Shipments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the warehouse asks for shipments. */
class ShipmentsByHandTest extends PolicyScenario {

    ShipmentsByHandTest() {
        super(
                "automatic-shipment",
                new AutomaticShipmentPolicy(AutomaticShipmentPolicyTest.settings(Shipments.MANUAL)));
    }

    @ParameterizedTest
    @MethodSource("io.ordertrail.command.process.AutomaticShipmentPolicyTest#whatMayLetGoodsLeave")
    void nothing_ships_by_itself(OrderEvent event) {
        when(event).andNoMore();
    }
}
