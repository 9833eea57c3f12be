package io.ordertrail.app;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnQuery.GetReturn;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnQuery.GetReturns;
import io.ordertrail.api.returns.ReturnQuery.ListReturns;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipments;
import io.ordertrail.api.shipment.ShipmentQuery.ListShipments;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockQuery.ListPromises;
import io.ordertrail.api.stock.StockQuery.ListReservations;
import io.ordertrail.api.stock.StockQuery.ListStock;
import io.ordertrail.api.stock.StockView;
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
    static final List<Class<?>> COMMANDS = Stream.of(ShipmentCommand.class, ReturnCommand.class, StockCommand.class)
            .<Class<?>>flatMap(subject -> Stream.of(subject.getPermittedSubclasses()))
            .toList();

    private final Map<String, List<ShipmentCommand>> shipments = new ConcurrentHashMap<>();
    private final Map<String, List<ReturnCommand>> returns = new ConcurrentHashMap<>();

    private final Map<String, List<StockCommand>> stock = new ConcurrentHashMap<>();

    /** Who answers a query, and with what. */
    record Answering(Type type, Function<Object, Object> handler) {}

    Receipt handle(Object command) {
        if (command instanceof ReturnCommand asked) {
            return add(returns, asked.returnId(), asked, asked instanceof OpenReturn, ReturnNotFound::new);
        }
        if (command instanceof StockCommand asked) {
            return add(stock, asked.itemId(), asked, asked instanceof RegisterStockItem, SampleStock::notTracked);
        }
        ShipmentCommand asked = (ShipmentCommand) command;
        return add(shipments, asked.shipmentId(), asked, asked instanceof CreateShipment, ShipmentNotFound::new);
    }

    Map<Class<?>, Answering> answers() {
        Map<Class<?>, Answering> answers = new HashMap<>();
        put(answers, GetShipment.class, ShipmentView.class, query -> shipment(query.shipmentId()));
        put(answers, GetShipmentAsOf.class, ShipmentView.class, query -> shipment(query.shipmentId()));
        put(
                answers,
                ListShipments.class,
                ShipmentPage.class,
                query -> new ShipmentPage(all(shipments, SampleGoods::shipment), null, null, null, 0));
        put(
                answers,
                GetShipments.class,
                ShipmentPage.class,
                query -> new ShipmentPage(
                        query.shipmentIds().stream()
                                .filter(shipments::containsKey)
                                .map(this::shipment)
                                .toList(),
                        null,
                        null,
                        null,
                        0));
        put(
                answers,
                GetReturns.class,
                ReturnPage.class,
                query -> new ReturnPage(
                        query.returnIds().stream()
                                .filter(returns::containsKey)
                                .map(this::returned)
                                .toList(),
                        null,
                        null,
                        null,
                        0));
        put(answers, GetReturn.class, ReturnView.class, query -> returned(query.returnId()));
        put(answers, GetReturnAsOf.class, ReturnView.class, query -> returned(query.returnId()));
        put(
                answers,
                ListReturns.class,
                ReturnPage.class,
                query -> new ReturnPage(all(returns, SampleGoods::returned), null, null, null, 0));
        put(answers, GetStock.class, StockView.class, query -> item(query.sku()));
        put(answers, GetStockAsOf.class, StockView.class, query -> item(query.sku()));
        put(
                answers,
                ListStock.class,
                StockPage.class,
                query -> new StockPage(all(stock, SampleStock::item), null, null, null, 0));
        put(answers, ListReservations.class, ReservationPage.class, query -> SampleStock.reservations());
        put(answers, ListPromises.class, PromisePage.class, query -> SampleStock.promises());
        put(answers, GetAvailability.class, Availability.class, query -> new Availability(Map.of()));
        return answers;
    }

    private StockView item(String sku) {
        return SampleStock.item(known(stock, StockItemId.of(sku), SampleStock::notTracked));
    }

    private ShipmentView shipment(String id) {
        return SampleGoods.shipment(known(shipments, id, ShipmentNotFound::new));
    }

    private ReturnView returned(String id) {
        return SampleGoods.returned(known(returns, id, ReturnNotFound::new));
    }

    private static <Q> void put(
            Map<Class<?>, Answering> answers, Class<Q> query, Type answer, Function<Q, Object> handler) {
        answers.put(query, new Answering(answer, asked -> handler.apply(query.cast(asked))));
    }

    private static <C, V> List<V> all(Map<String, List<C>> streams, Function<List<C>, V> view) {
        return streams.values().stream().map(view).toList();
    }

    private static <C> Receipt add(
            Map<String, List<C>> streams, String id, C command, boolean first, Function<String, Refusal> notFound) {
        if (first) {
            streams.putIfAbsent(id, new CopyOnWriteArrayList<>(List.of(command)));
            return Receipt.of(id, 0);
        }
        List<C> stream = known(streams, id, notFound);
        stream.add(command);
        return Receipt.of(id, stream.size() - 1);
    }

    private static <C> List<C> known(Map<String, List<C>> streams, String id, Function<String, Refusal> notFound) {
        List<C> stream = streams.get(id);
        if (stream == null) {
            throw new Refused(notFound.apply(id));
        }
        return stream;
    }
}
