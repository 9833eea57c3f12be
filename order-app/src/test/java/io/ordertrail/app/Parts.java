package io.ordertrail.app;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.OrderRefusal.ShipmentNotFound;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentQuery.ListShipments;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.axon.Refused;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stubs of what belongs to orders: they count versions and decide nothing. */
final class Parts {

    /** The commands that come here. */
    static final List<Class<?>> COMMANDS =
            Stream.of(ShipmentCommand.class.getPermittedSubclasses()).toList();

    private final Map<String, List<ShipmentCommand>> shipments = new ConcurrentHashMap<>();

    /** Who answers a query, and with what. */
    record Answering(Type type, Function<Object, Object> handler) {}

    Receipt handle(Object command) {
        ShipmentCommand asked = (ShipmentCommand) command;
        if (asked instanceof CreateShipment) {
            shipments.putIfAbsent(asked.shipmentId(), new CopyOnWriteArrayList<>(List.of(asked)));
            return Receipt.of(asked.shipmentId(), 0);
        }
        List<ShipmentCommand> stream = known(asked.shipmentId());
        stream.add(asked);
        return Receipt.of(asked.shipmentId(), stream.size() - 1);
    }

    Map<Class<?>, Answering> answers() {
        Map<Class<?>, Answering> answers = new HashMap<>();
        answers.put(
                GetShipment.class, new Answering(ShipmentView.class, query -> now(((GetShipment) query).shipmentId())));
        answers.put(
                GetShipmentAsOf.class,
                new Answering(ShipmentView.class, query -> now(((GetShipmentAsOf) query).shipmentId())));
        answers.put(
                ListShipments.class,
                new Answering(
                        ShipmentPage.class,
                        query -> new ShipmentPage(
                                shipments.values().stream()
                                        .map(SampleGoods::shipment)
                                        .toList(),
                                null,
                                null)));
        return answers;
    }

    private ShipmentView now(String shipmentId) {
        return SampleGoods.shipment(known(shipmentId));
    }

    private List<ShipmentCommand> known(String shipmentId) {
        List<ShipmentCommand> stream = shipments.get(shipmentId);
        if (stream == null) {
            throw new Refused(new ShipmentNotFound(shipmentId));
        }
        return stream;
    }
}
