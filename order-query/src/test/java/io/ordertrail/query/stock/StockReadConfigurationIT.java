package io.ordertrail.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.Promise;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.api.stock.ReservationPage;
import io.ordertrail.api.stock.ReservationPage.Reservation;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery.Filter;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockQuery.ListPromises;
import io.ordertrail.api.stock.StockQuery.ListReservations;
import io.ordertrail.api.stock.StockQuery.ListStock;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stock as it is read from a store. */
class StockReadConfigurationIT {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final String TEE = StockItemId.of("TEE-M");

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(Database.H2.fresh());
        fill(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static void fill(Node node) {
        store(
                node,
                new StockItemRegistered(TEE, "TEE-M", "MAIN", "Tee M", 1, 10, 3, THEN),
                new StockReceived(TEE, 10, "po-7", THEN),
                set("order-1", 1, 2, 0, 0, 0),
                set("order-2", 1, 3, 0, 0, 0),
                set("order-2", 2, 3, 0, 3, 0),
                set("order-3", 1, 0, 6, 0, 0),
                set("order-1", 2, 0, 0, 2, 0),
                new StockAdjusted(TEE, 2, "COUNT", THEN),
                new BackorderFilled(TEE, "order-3", "1", 1, 6, 6, 0, 0, THEN),
                new StockDispatched(TEE, "order-2", "1", "shipment-1", 1, 1, 0, THEN),
                new StockDispatched(TEE, "order-9", "1", "shipment-2", 1, 0, 0, THEN),
                new StockReturned(TEE, "order-9", "1", "return-1", 1, THEN),
                new StockPolicyChanged(TEE, "Tee, M", 2, 20, 1, THEN),
                set("order-2", 3, 2, 4, 2, 0),
                // It cannot have what it asks for, and an older ask that comes late is told what is kept.
                set("order-8", 1, 0, 0, 0, 0),
                set("order-2", 2, 2, 4, 2, 4));
        for (String sku : List.of("TEE-L", "TEE%L", "tee-m", "100_ %/ä")) {
            store(node, new StockItemRegistered(StockItemId.of(sku), sku, "MAIN", "Thing", 0, 0, 0, THEN));
        }
        node.settle();
    }

    private static StockEvent set(
            String order, int number, long reserved, long backordered, long reservedBefore, long backorderedBefore) {
        return new ReservationSet(
                TEE,
                order,
                "1",
                number,
                reserved + backordered,
                reserved,
                backordered,
                0,
                0,
                reservedBefore,
                backorderedBefore,
                THEN);
    }

    private static void store(Node node, StockEvent... events) {
        List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
        for (StockEvent event : events) {
            messages.add(new GenericDomainEventMessage<>("stock", event.itemId(), messages.size(), event, Map.of()));
        }
        node.bean(EventStore.class).publish(messages);
    }

    @Test
    void an_item_is_read_as_it_is() {
        StockView item = node.ask(new GetStock("TEE-M", 15L), StockView.class);
        assertThat(item)
                .isEqualTo(new StockView("TEE-M", "Tee, M", "MAIN", 11, 8, 1, 4, 2, 20, 1, 15, item.updatedAt()));
    }

    @Test
    void and_as_it_was() {
        StockView item = node.ask(new GetStockAsOf("TEE-M", Moment.version(3L)), StockView.class);
        assertThat(item).isEqualTo(new StockView("TEE-M", "Tee M", "MAIN", 10, 5, 4, 0, 1, 10, 3, 3, item.updatedAt()));
    }

    @Test
    void what_is_promised_stands_in_the_order_in_which_it_was_asked_for() {
        ReservationPage first = node.ask(new ListReservations("TEE-M", 1, null), ReservationPage.class);
        assertThat(first.items()).containsExactly(new Reservation("order-2", "1", 3, 2, 4, THEN));
        ReservationPage second = node.ask(new ListReservations("TEE-M", 1, first.next()), ReservationPage.class);
        assertThat(second.items()).containsExactly(new Reservation("order-3", "1", 1, 6, 0, THEN));
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_promised_of_all_items_is_listed(Database database) {
        if (database == Database.H2) {
            promised(node);
        } else {
            try (Node other = Node.start(database.fresh())) {
                fill(other);
                promised(other);
            }
        }
    }

    private static void promised(Node node) {
        Promise part = new Promise("TEE-M", "order-2", "1", 3, 2, 4, THEN);
        Promise whole = new Promise("TEE-M", "order-3", "1", 1, 6, 0, THEN);
        assertThat(promises(node, List.of(), List.of(), null)).containsExactlyInAnyOrder(part, whole);
        assertThat(promises(node, List.of("TEE-M", "TEE-L"), List.of(), null)).hasSize(2);
        assertThat(promises(node, List.of("TEE-L"), List.of(), null)).isEmpty();
        assertThat(promises(node, List.of(), List.of("order-3", "order-8"), null))
                .containsExactly(whole);
        assertThat(promises(node, List.of(), List.of(), true)).containsExactly(part);
        assertThat(promises(node, List.of(), List.of(), false)).containsExactly(whole);
    }

    private static List<Promise> promises(Node node, List<String> skus, List<String> orders, Boolean backordered) {
        List<Promise> found = new ArrayList<>();
        String after = null;
        do {
            PromisePage page = node.ask(new ListPromises(skus, orders, backordered, 1, after), PromisePage.class);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        return found;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void items_are_found_by_the_beginning_of_their_sku_page_by_page(Database database) {
        if (database == Database.H2) {
            listed(node);
        } else {
            try (Node other = Node.start(database.fresh())) {
                fill(other);
                listed(other);
            }
        }
    }

    private static void listed(Node node) {
        assertThat(skus(node, "TEE", null)).containsExactlyInAnyOrder("TEE-M", "TEE-L", "TEE%L");
        assertThat(skus(node, "TEE%", null)).containsExactly("TEE%L");
        assertThat(skus(node, "100_ %/", null)).containsExactly("100_ %/ä");
        assertThat(skus(node, null, true)).hasSize(5);
        assertThat(skus(node, null, false)).isEmpty();
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            StockPage page = node.ask(new ListStock(new Filter(null, null), 2, after), StockPage.class);
            page.items().forEach(item -> all.add(item.sku()));
            after = page.next();
        } while (after != null);
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
    }

    private static List<String> skus(Node node, String prefix, Boolean low) {
        return node.ask(new ListStock(new Filter(prefix, low), 50, null), StockPage.class).items().stream()
                .map(StockView::sku)
                .toList();
    }

    @Test
    void what_is_available_is_told_of_what_is_tracked() {
        Availability available =
                node.ask(new GetAvailability(List.of("TEE-M", "TEE-L", "OTHER", "TEE-M")), Availability.class);
        assertThat(available.units()).containsOnly(Map.entry("TEE-M", 1L), Map.entry("TEE-L", 0L));
        assertThat(available.covers("TEE-M", 1)).isTrue();
        assertThat(available.covers("TEE-M", 2)).isFalse();
        assertThat(available.covers("OTHER", 1_000_000)).isTrue();
    }

    @Test
    void S7_what_was_never_registered_is_not_tracked() {
        refused(() -> node.ask(new GetStock("OTHER", null), StockView.class));
        refused(() -> node.ask(new GetStock("OTHER", 1L), StockView.class));
        refused(() -> node.ask(new ListReservations("OTHER", 10, null), ReservationPage.class));
    }

    private static void refused(Runnable query) {
        assertThatThrownBy(query::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new NotTracked("OTHER")));
    }

    @Test
    void a_sku_with_control_characters_is_none() {
        assertThatThrownBy(() -> node.ask(new GetStock("A\u0000", null), StockView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(InvalidQuery.class));
    }

    @Test
    void I4_sums_that_are_wrong_are_found() {
        assertThat(broken()).isEmpty();
        spoil("update stock_view set on_hand = -1 where sku = 'TEE-L'", "no stock is below zero");
        spoil(
                "update stock_view set reserved = 9 where sku = 'TEE-M'",
                "what is reserved and back-ordered of an item is the sum of its open reservations");
        spoil(
                "update stock_reservation set backordered = 3 where is_open = true and backordered = 4",
                "what is reserved and back-ordered of an item is the sum of its open reservations");
    }

    private static void spoil(String sql, String claim) {
        List<Map<String, Object>> before =
                node.jdbc().sql("select * from stock_view").query().listOfRows();
        List<Map<String, Object>> rows =
                node.jdbc().sql("select * from stock_reservation").query().listOfRows();
        assertThat(node.jdbc().sql(sql).update()).isEqualTo(1);
        assertThat(broken()).contains(claim);
        before.forEach(row -> node.jdbc()
                .sql("update stock_view set on_hand = ?, reserved = ? where item_id = ?")
                .params(row.get("on_hand"), row.get("reserved"), row.get("item_id"))
                .update());
        rows.forEach(row -> node.jdbc()
                .sql("update stock_reservation set backordered = ? where reservation_id = ?")
                .params(row.get("backordered"), row.get("reservation_id"))
                .update());
    }

    private static List<String> broken() {
        return node.verify().checks().stream()
                .filter(check -> check.breaches() > 0)
                .map(Check::claim)
                .toList();
    }
}
