package io.ordertrail.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.ListDiscarded;
import io.ordertrail.api.projection.ProjectionRefusal.DeadLetterNotFound;
import io.ordertrail.api.stock.Availability;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockQuery.Filter;
import io.ordertrail.api.stock.StockQuery.GetAvailability;
import io.ordertrail.api.stock.StockQuery.GetStock;
import io.ordertrail.api.stock.StockQuery.ListStock;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Finding 1.3: a view whose row of one SKU cannot be read. */
@ParameterizedClass
@EnumSource(Database.class)
class StockDeadLetterIT {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final int MANY = 1100;

    @Parameter
    Database database;

    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(database.fresh());
        for (String sku : List.of("POISON", "OTHER", "THIRD")) {
            store(sku, 0, new StockItemRegistered(StockItemId.of(sku), sku, "MAIN", "Thing", 0, 0, 0, THEN));
        }
        node.settle();
        assertThat(node.jdbc()
                        .sql("update stock_view set state = '{\"x\":' where sku = 'POISON'")
                        .update())
                .isEqualTo(1);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void finding_1_3_however_many_events_of_one_sku_are_parked_all_others_go_on_and_a_retry_takes_them_in() {
        receive("POISON", MANY);
        receive("OTHER", 5);
        node.settle();
        assertThat(node.ask(new GetStock("OTHER", null), StockView.class).onHand())
                .isEqualTo(5);
        assertThat(node.projection("stock-view").deadLetters()).isEqualTo(MANY);
        assertThat(node.projection("stock-view").lag()).isZero();
        assertThat(node.count("parked_sequence")).as("a row a sequence").isEqualTo(1);
        DeadLetter letter = letter();
        assertThat(letter.events()).isEqualTo(MANY);
        assertThat(letter.subject()).isEqualTo(StockItemId.of("POISON"));
        assertThat(letter.eventType()).isEqualTo("stock.StockReceived");
        assertThat(letter.error()).isEqualTo("ROW_UNREADABLE");
        var health =
                node.bean("projectionsHealthIndicator", HealthIndicator.class).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("parked", (long) MANY);
        // One more costs nothing but the count.
        store("POISON", MANY + 1, new StockReceived(StockItemId.of("POISON"), 1, "po", THEN));
        node.settle();
        DeadLetterRetry came = node.send(new RetryDeadLetter(letter.id()), DeadLetterRetry.class);
        assertThat(came).isEqualTo(new DeadLetterRetry("stock-view", letter.subject(), MANY + 1, 0, null));
        assertThat(node.count("parked_sequence")).isZero();
        assertThat(node.jdbc()
                        .sql("select on_hand from stock_view where sku = 'POISON'")
                        .query(Long.class)
                        .single())
                .isEqualTo(MANY + 1);
        store("POISON", MANY + 2, new StockReceived(StockItemId.of("POISON"), 1, "po", THEN));
        node.settle();
        assertThat(node.projection("stock-view").deadLetters()).isZero();
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    @Test
    void finding_1_3_what_is_parked_is_told_from_its_events_at_once_and_leaves_lists_with_a_count() {
        receive("POISON", 3);
        node.settle();
        long before = System.nanoTime();
        assertThat(node.ask(new GetStock("POISON", 3L), StockView.class).onHand())
                .isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(node.ask(new GetStock("POISON", null), StockView.class).onHand())
                .isEqualTo(3);
        assertThat(node.ask(new GetAvailability(List.of("POISON", "OTHER")), Availability.class)
                        .units())
                .containsOnly(Map.entry("POISON", 3L), Map.entry("OTHER", 0L));
        StockPage all = node.ask(new ListStock(new Filter(null, null), 10, null), StockPage.class);
        assertThat(all.items()).extracting(StockView::sku).containsExactly("OTHER", "THIRD");
        assertThat(all.unreadable()).isEqualTo(1);
    }

    @Test
    void a_page_goes_on_past_rows_that_cannot_be_read() {
        node.jdbc()
                .sql("update stock_view set state = '{' where sku <> 'THIRD'")
                .update();
        StockPage first = node.ask(new ListStock(new Filter(null, null), 1, null), StockPage.class);
        assertThat(first.items()).extracting(StockView::sku).containsExactly("THIRD");
        assertThat(first.unreadable()).isEqualTo(2);
        assertThat(first.next()).isNull();
        node.jdbc().sql("update stock_view set state = '{'").update();
        StockPage none = node.ask(new ListStock(new Filter(null, null), 5, null), StockPage.class);
        assertThat(none.items()).isEmpty();
        assertThat(none.unreadable()).isEqualTo(3);
    }

    @Test
    void what_is_discarded_is_kept_with_who_said_so_and_why() {
        receive("POISON", 3);
        node.settle();
        String id = letter().id();
        assertThatThrownBy(() -> node.send(new DiscardDeadLetter(id, " "), DeadLetter.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(InvalidRequest.class));
        assertThat(node.send(new DiscardDeadLetter(id, "It was a test"), DeadLetter.class)
                        .events())
                .isEqualTo(3);
        assertThat(node.ask(new ListDiscarded(), DiscardedLetters.class).items())
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.id()).isEqualTo(id);
                    assertThat(gone.place()).isEqualTo("stock-view");
                    assertThat(gone.events()).isEqualTo(3);
                    assertThat(gone.actor()).isEqualTo("anna");
                    assertThat(gone.reason()).isEqualTo("It was a test");
                });
        assertThat(node.projection("stock-view").deadLetters()).isZero();
        refused(new DeadLetterNotFound(id), () -> node.send(new RetryDeadLetter(id), DeadLetterRetry.class));
        refused(new DeadLetterNotFound(id), () -> node.send(new DiscardDeadLetter(id, "x"), DeadLetter.class));
    }

    @Test
    void no_event_falls_between_who_parks_it_and_who_takes_in_what_is_parked() throws Exception {
        int events = 300;
        Thread receipts = new Thread(() -> {
            for (int version = 1; version <= events; version++) {
                store("POISON", version, new StockReceived(StockItemId.of("POISON"), 1, "po", THEN));
            }
        });
        receipts.start();
        while (receipts.isAlive()) {
            node.jdbc()
                    .sql("update stock_view set state = '{' where sku = 'POISON'")
                    .update();
            retryAll();
        }
        receipts.join();
        node.settle();
        retryAll();
        assertThat(node.projection("stock-view").deadLetters()).isZero();
        assertThat(node.jdbc()
                        .sql("select on_hand from stock_view where sku = 'POISON'")
                        .query(Long.class)
                        .single())
                .isEqualTo(events);
    }

    private void retryAll() {
        for (DeadLetter each : node.ask(new ListDeadLetters(DeadLetterFilter.of("stock-view")), DeadLetters.class)
                .items()) {
            node.send(new RetryDeadLetter(each.id()), DeadLetterRetry.class);
        }
    }

    @Test
    void dead_letters_are_for_the_shop_alone() {
        RequestContext customer = new RequestContext("c", List.of("CUSTOMER"), "c", "t", null, null);
        Dispatch dispatch = node.bean(Dispatch.class);
        refused(
                MissingRole.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMIN),
                () -> dispatch.ask(new ListDeadLetters(DeadLetterFilter.ALL), customer, DeadLetters.class));
        refused(
                MissingRole.of(Role.SUPERVISOR, Role.ADMIN),
                () -> dispatch.send(new RetryDeadLetter("x"), customer, DeadLetterRetry.class));
        refused(
                MissingRole.of(Role.SUPERVISOR, Role.ADMIN),
                () -> dispatch.send(new DiscardDeadLetter("x", "y"), customer, DeadLetter.class));
    }

    private DeadLetter letter() {
        DeadLetters all = node.ask(new ListDeadLetters(DeadLetterFilter.of("stock-view")), DeadLetters.class);
        assertThat(all.sequences()).isEqualTo(1);
        return all.items().get(0);
    }

    private void receive(String sku, int times) {
        List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
        for (int version = 1; version <= times; version++) {
            messages.add(message(sku, version, new StockReceived(StockItemId.of(sku), 1, "po", THEN)));
            if (messages.size() == 100 || version == times) {
                node.bean(EventStore.class).publish(List.copyOf(messages));
                messages.clear();
            }
        }
    }

    private void store(String sku, long version, Object event) {
        node.bean(EventStore.class).publish(message(sku, version, event));
    }

    private static GenericDomainEventMessage<?> message(String sku, long version, Object event) {
        return new GenericDomainEventMessage<>("stock", StockItemId.of(sku), version, event, Map.of());
    }

    private static void refused(Refusal refusal, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
    }
}
