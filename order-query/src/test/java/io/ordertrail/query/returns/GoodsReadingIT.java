package io.ordertrail.query.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnQuery.GetReturn;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnQuery.ListReturns;
import io.ordertrail.api.returns.ReturnRefusal.ReturnNotFound;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCreated;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.shipment.ShipmentPage;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipment;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipmentAsOf;
import io.ordertrail.api.shipment.ShipmentQuery.ListShipments;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shipments and returns, read one by one and in lists. */
class GoodsReadingIT {

    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<ShipmentLine> LINES = List.of(new ShipmentLine("1", "TEE-M", 2));
    private static Node node;

    /** Five shipments of two orders, the last two of them gone; and three returns, the last of them approved. */
    @BeforeAll
    static void store() {
        node = Node.start(Database.H2.fresh());
        for (int i = 1; i <= 5; i++) {
            String id = "shipment-" + i;
            String order = i % 2 == 0 ? "order-even" : "order-odd";
            store("shipment", id, 0, new ShipmentCreated(id, order, LINES, at(i)));
            if (i > 3) {
                store("shipment", id, 1, new ShipmentDispatched(id, order, LINES, "DHL", null, at(i + 1)));
            }
        }
        for (int i = 1; i <= 3; i++) {
            String id = "return-" + i;
            ReturnLine line = new ReturnLine("1", "TEE-M", 1, Money.ofMajor(CurrencyUnit.EUR, 10), null);
            store("return", id, 0, new ReturnRequested(id, "order-odd", List.of(line), null, at(i)));
        }
        store("return", "return-3", 1, new ReturnApproved("return-3", "order-odd", null, at(99), at(9)));
        node.settle();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Instant at(int hour) {
        return DAY.plusSeconds(3600L * hour);
    }

    private static void store(String type, String id, long version, Object event) {
        node.bean(EventStore.class).publish(new GenericDomainEventMessage<>(type, id, version, event));
    }

    private static List<String> shipments(String order, boolean open, int limit) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            ShipmentPage page = node.ask(new ListShipments(order, open, limit, after), ShipmentPage.class);
            page.items().forEach(shipment -> ids.add(shipment.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private static List<String> returns(String order, RmaStatus... status) {
        return node.ask(new ListReturns(order, List.of(status), 10, null), ReturnPage.class).items().stream()
                .map(ReturnView::id)
                .toList();
    }

    @Test
    void a_shipment_is_read_as_it_is_and_as_it_was() {
        assertThat(node.ask(new GetShipment("shipment-4", 1L), ShipmentView.class)
                        .status())
                .isEqualTo(ShipmentStatus.DISPATCHED);
        assertThat(node.ask(new GetShipmentAsOf("shipment-4", Moment.version(0L)), ShipmentView.class)
                        .status())
                .isEqualTo(ShipmentStatus.APPROVED);
        assertThatThrownBy(() -> node.ask(new GetShipment("shipment-9", null), ShipmentView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new ShipmentNotFound("shipment-9")));
    }

    @Test
    void shipments_are_listed_page_by_page_those_of_an_order_and_those_that_are_to_be_sent() {
        assertThat(shipments(null, false, 2))
                .containsExactly("shipment-1", "shipment-2", "shipment-3", "shipment-4", "shipment-5");
        assertThat(shipments("order-even", false, 10)).containsExactly("shipment-2", "shipment-4");
        assertThat(shipments(null, true, 2)).containsExactly("shipment-1", "shipment-2", "shipment-3");
        assertThat(shipments("order-none", false, 10)).isEmpty();
    }

    @Test
    void a_return_is_read_as_it_is_and_as_it_was() {
        assertThat(node.ask(new GetReturn("return-3", 1L), ReturnView.class).dueBy())
                .isEqualTo(at(99));
        assertThat(node.ask(new GetReturnAsOf("return-3", Moment.version(0L)), ReturnView.class)
                        .status())
                .isEqualTo(RmaStatus.REQUESTED);
        assertThatThrownBy(() -> node.ask(new GetReturn("return-9", null), ReturnView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new ReturnNotFound("return-9")));
    }

    @Test
    void returns_are_listed_those_of_an_order_and_those_that_have_come_so_far() {
        assertThat(returns("order-odd")).containsExactly("return-1", "return-2", "return-3");
        assertThat(returns(null, RmaStatus.REQUESTED)).containsExactly("return-1", "return-2");
        assertThat(returns(null, RmaStatus.APPROVED)).containsExactly("return-3");
        assertThat(returns(null, RmaStatus.APPROVED, RmaStatus.REQUESTED))
                .containsExactly("return-1", "return-2", "return-3");
        assertThat(returns("order-even")).isEmpty();
    }

    @Test
    void every_row_equals_the_fold_of_its_events() {
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }
}
