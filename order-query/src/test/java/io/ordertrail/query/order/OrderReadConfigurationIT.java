package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderCourseEvent;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.view.ExportMoment;
import io.ordertrail.api.order.view.ExportPage;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.BeginExport;
import io.ordertrail.api.order.view.OrderQuery.ExportOrders;
import io.ordertrail.api.order.view.OrderQuery.FindOrders;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrdersFound;
import io.ordertrail.api.projection.ProjectionRefusal.ViewLate;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.Filters;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class OrderReadConfigurationIT {

    private static final Sort OLDEST = new Sort(Sort.Key.CREATED_AT, false);

    @Parameter
    Database database;

    private final Stories stories = new Stories(7);
    private List<String> arguments = List.of();
    private Node node;

    @BeforeEach
    void start() {
        arguments = database.fresh();
        node = Node.start(arguments);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void every_stored_view_equals_the_fold_of_the_events_and_so_does_every_earlier_version() {
        List<List<OrderEvent>> orders = store(30);
        node.settle();
        for (List<OrderEvent> events : orders) {
            String id = events.get(0).orderId();
            OrderView now = node.ask(new GetOrder(id, null), OrderView.class);
            assertThat(now.version()).isEqualTo(events.size() - 1);
            List<Instant> recorded = new ArrayList<>();
            for (int version = 0; version < events.size(); version++) {
                OrderView then = node.ask(new GetOrderAsOf(id, Moment.version((long) version)), OrderView.class);
                recorded.add(then.updatedAt());
                OrderView folded = OrderFold.view(fold(events.subList(0, version + 1), recorded));
                assertThat(then.version()).isEqualTo(version);
                assertThat(then).isEqualTo(folded);
            }
            assertThat(node.ask(new GetOrderAsOf(id, Moment.version(now.version())), OrderView.class))
                    .isEqualTo(now);
            assertThat(node.ask(new GetOrderByNumber(now.number()), OrderView.class))
                    .isEqualTo(now);
            if (now.externalRef() != null) {
                List<String> wanted = List.of("nobody's", now.externalRef());
                assertThat(node.ask(new FindOrders(now.channel(), wanted), OrdersFound.class)
                                .orders())
                        .containsExactly(now);
                assertThat(node.ask(new FindOrders("ELSEWHERE", wanted), OrdersFound.class)
                                .orders())
                        .isEmpty();
            }
        }
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    @Test
    void an_export_is_the_shop_as_of_the_moment_it_began_whatever_happens_before_its_last_page() {
        List<OrderCreated> placed = Stream.generate(stories::placed).limit(5).toList();
        // Without waiting for any view: what was stored is in the export.
        placed.forEach(order -> node.store(List.of(order)));
        ExportMoment moment = node.ask(new BeginExport(), ExportMoment.class);
        List<ExportPage> withLines =
                new ArrayList<>(List.of(await().ignoreExceptionsMatching(OrderReadConfigurationIT::isLate)
                        .until(() -> exported(moment, true, null), page -> true)));
        List<ExportPage> without = new ArrayList<>(List.of(exported(moment, false, null)));
        List<OrderView> before = placed.stream()
                .map(order -> node.ask(new GetOrderAsOf(order.orderId(), Moment.version(0L)), OrderView.class))
                .toList();

        placed.forEach(order -> node.store(
                1,
                List.of(
                        new OrderHeld(order.orderId(), "FRAUD_CHECK", null, order.at()),
                        new OrderCancelled(order.orderId(), CancellationReason.CUSTOMER, null, order.at()))));
        node.store(List.of(stories.placed()));
        node.settle();

        for (boolean lines : new boolean[] {true, false}) {
            List<ExportPage> pages = lines ? withLines : without;
            while (pages.get(pages.size() - 1).next() != null) {
                pages.add(exported(moment, lines, pages.get(pages.size() - 1).next()));
            }
            assertThat(pages).hasSizeGreaterThan(2);
            List<ExportPage.Item> items =
                    pages.stream().flatMap(page -> page.items().stream()).toList();
            assertThat(items)
                    .extracting(item -> item.order().id())
                    .containsExactlyInAnyOrderElementsOf(
                            placed.stream().map(OrderCreated::orderId).toList());
            assertThat(items).allSatisfy(item -> {
                assertThat(item.order().version()).isZero();
                assertThat(item.order().onHold()).isFalse();
                assertThat(item.order().status()).isEqualTo(OrderLifecycle.PENDING);
                assertThat(item.lines())
                        .isEqualTo(
                                lines
                                        ? before.stream()
                                                .filter(order -> order.id()
                                                        .equals(item.order().id()))
                                                .findFirst()
                                                .map(OrderView::lines)
                                                .orElseThrow()
                                        : null);
            });
        }
        assertThat(exported(node.ask(new BeginExport(), ExportMoment.class), false, null)
                        .items())
                .allSatisfy(item -> assertThat(item.order().version()).isLessThanOrEqualTo(2));
    }

    @Test
    void an_order_is_exported_with_its_lines_as_a_list_and_the_order_itself_show_it() {
        store(40);
        node.settle();
        ExportMoment moment = node.ask(new BeginExport(), ExportMoment.class);
        for (OrderSummary listed : node.ask(new ListOrders(new Filters().filter(), OLDEST, 500, null), OrderPage.class)
                .items()) {
            ExportPage.Item item = node.ask(
                            new ExportOrders(
                                    new Filters().number(listed.number()).filter(), OLDEST, moment, true, 500, null),
                            ExportPage.class)
                    .items()
                    .get(0);
            assertThat(item.order()).isEqualTo(listed);
            assertThat(item.lines())
                    .isEqualTo(node.ask(new GetOrder(listed.id(), null), OrderView.class)
                            .lines());
        }
    }

    @Test
    void an_export_does_not_begin_with_a_list_that_is_behind() {
        node.views().shutDown();
        node.store(List.of(stories.placed()));
        ExportMoment moment = node.ask(new BeginExport(), ExportMoment.class);
        assertThatThrownBy(() -> exported(moment, false, null))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(ViewLate.class));
    }

    private static boolean isLate(Throwable failure) {
        return failure instanceof Refused no && no.refusal() instanceof ViewLate;
    }

    /** Two a page. */
    private ExportPage exported(ExportMoment moment, boolean lines, @Nullable String after) {
        return node.ask(new ExportOrders(new Filters().filter(), OLDEST, moment, lines, 2, after), ExportPage.class);
    }

    @Test
    void an_order_is_found_before_any_projection_has_seen_it() {
        node.views().shutDown();
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        assertThat(node.ask(new GetOrder(order.orderId(), null), OrderView.class)
                        .version())
                .isZero();
        assertThat(node.ask(new GetOrderHistory(order.orderId(), null, null, null), OrderHistory.class)
                        .entries())
                .hasSize(1);
    }

    @Test
    void finding_2_3_nobody_waits_what_is_stored_is_answered_and_what_is_not_is_refused_at_once() {
        node.views().shutDown();
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        assertThat(node.ask(new GetOrder(order.orderId(), 0L), OrderView.class).version())
                .isZero();
        assertThat(node.ask(new GetOrderHistory(order.orderId(), 0L, null, null), OrderHistory.class)
                        .version())
                .isZero();
        assertThatThrownBy(() -> node.ask(new GetOrder(order.orderId(), 1L), OrderView.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new ViewBehind(1, 0)));
        assertThatThrownBy(() -> node.ask(new GetOrderHistory(order.orderId(), 7L, null, null), OrderHistory.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new ViewBehind(7, 0)));
        node.store(
                1,
                List.of(Stories.payment(
                        order, PaymentKind.CAPTURED, order.totals().grand())));
        assertThat(node.ask(new GetOrder(order.orderId(), 1L), OrderView.class).version())
                .isEqualTo(1);
        assertThat(node.ask(new GetOrderHistory(order.orderId(), 1L, null, null), OrderHistory.class)
                        .version())
                .isEqualTo(1);
    }

    @Test
    void finding_3_15_what_the_shop_notes_for_itself_is_for_nobody_else() {
        OrderCreated order = stories.placed();
        node.store(List.of(
                order,
                new OrderNoteAdded(order.orderId(), "c-1", "pays late", NoteVisibility.INTERNAL, order.at()),
                new OrderNoteAdded(order.orderId(), "c-1", "is on its way", NoteVisibility.CUSTOMER, order.at())));
        GetOrderHistory query = new GetOrderHistory(order.orderId(), 2L, null, null);
        assertThat(node.ask(query, OrderHistory.class).entries()).hasSize(3);
        RequestContext customer = new RequestContext(order.customerId(), List.of("CUSTOMER"), "c", "t", null, null);
        OrderHistory told = node.bean(Dispatch.class).ask(query, customer, OrderHistory.class);
        assertThat(told.entries()).extracting(OrderHistory.Entry::version).containsExactly(0L, 2L);
        assertThat(told.entries()).extracting(OrderHistory.Entry::actor).containsOnly("shop");
        assertThat(told.version()).isEqualTo(2);
    }

    @Test
    void finding_2_8_who_asks_for_a_time_before_the_first_event_is_told_when_that_was() {
        OrderCreated order = stories.placed();
        Instant recorded = Instant.parse("2026-03-05T10:00:00Z");
        node.storeAt(recorded, 0, order);
        assertThatThrownBy(() -> asOf(order, recorded.minusMillis(1)))
                .hasMessageContaining("as of 2026-03-05T09:59:59.999Z; it was first recorded at 2026-03-05T10:00:00Z");
    }

    @Test
    void what_does_not_exist_is_not_found_and_neither_is_what_did_not_exist_yet() {
        OrderCreated order = stories.placed();
        Instant recorded = Instant.parse("2026-03-05T10:00:00Z");
        node.storeAt(recorded, 0, order);
        String id = order.orderId();
        for (Object query : List.of(
                new GetOrder("order-nobody", null),
                new GetOrder("order-nobody", 3L),
                new GetOrderByNumber("2026-9"),
                new GetOrderAsOf(id, Moment.version(1L)),
                new GetOrderAsOf(id, Moment.asOf(recorded.minusMillis(1))))) {
            assertThatThrownBy(() -> node.ask(query, OrderView.class))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal()).isInstanceOf(OrderNotFound.class));
        }
        assertThatThrownBy(() -> node.ask(new GetOrderHistory("order-nobody", 1L, null, null), OrderHistory.class))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_instant_counts_what_was_recorded_by_then_not_what_happened_by_then() {
        OrderCreated order = stories.placed();
        Instant recorded = Instant.parse("2026-03-05T10:00:00Z");
        node.storeAt(recorded, 0, order);
        node.storeAt(
                recorded.plusSeconds(10),
                1,
                Stories.payment(order, PaymentKind.CAPTURED, order.totals().grand()));
        assertThat(asOf(order, recorded)).isZero();
        assertThat(asOf(order, recorded.plusMillis(9_999))).isZero();
        assertThat(asOf(order, recorded.plusSeconds(10))).isEqualTo(1);
        assertThat(asOf(order, Instant.MAX)).isEqualTo(1);
    }

    @Test
    void a_history_tells_who_when_why_and_what() {
        OrderCreated order = stories.placed();
        node.store(List.of(order, new OrderCourseEvent.OrderHeld(order.orderId(), "FRAUD_CHECK", "odd", Stories.DAY)));
        node.settle();
        OrderHistory history = node.ask(new GetOrderHistory(order.orderId(), 1L, null, null), OrderHistory.class);
        assertThat(history.version()).isEqualTo(1);
        OrderHistory.Entry held = history.entries().get(1);
        assertThat(held.type()).isEqualTo("order.OrderHeld");
        assertThat(held.actor()).isEqualTo("anna");
        assertThat(held.roles()).containsExactly("SUPPORT", "SUPERVISOR");
        assertThat(held.reason()).isEqualTo("FRAUD_CHECK");
        assertThat(held.summary()).isEqualTo("Put on hold: FRAUD_CHECK, odd");
        assertThat(held.at()).isEqualTo(Stories.DAY);
        assertThat(held.causationId()).isEqualTo("command-1");
        assertThat(held.data()).containsEntry("reason", "FRAUD_CHECK").containsEntry("at", "2026-03-01T12:00:00Z");
        assertThat(history.entries().get(0).data().get("totals")).isInstanceOf(Map.class);
    }

    @Test
    void finding_3_14_a_history_is_read_page_by_page() {
        List<OrderEvent> events = Stream.generate(stories::next)
                .filter(story -> story.size() > 5)
                .findFirst()
                .orElseThrow();
        node.store(events);
        paged(events.get(0).orderId(), events.size());
    }

    private void paged(String order, int events) {
        List<Long> versions = new ArrayList<>();
        OrderHistory page = history(order, 2, null);
        assertThat(page.prev()).isNull();
        while (true) {
            page.entries().forEach(entry -> versions.add(entry.version()));
            assertThat(page.version()).isEqualTo(events - 1);
            if (page.next() == null) {
                break;
            }
            assertThat(page.end()).isNull();
            page = history(order, 2, page.next());
        }
        assertThat(versions).isEqualTo(LongStream.range(0, events).boxed().toList());
        assertThat(history(order, 2, page.end()).entries()).isEmpty();
        OrderHistory back = history(order, 2, page.prev());
        assertThat(history(order, 2, back.next()).entries()).isEqualTo(page.entries());
        for (String bad : List.of("x", "-1", "~", "1234567890")) {
            assertThatThrownBy(() -> history(order, 2, bad))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            no -> assertThat(no.refusal().faults().get(0).pointer())
                                    .isEqualTo("/after"));
        }
    }

    private OrderHistory history(String order, int limit, String after) {
        return node.ask(new GetOrderHistory(order, null, limit, after), OrderHistory.class);
    }

    @Test
    void pitfall_5_restarted_on_a_filled_store_with_empty_token_tables_every_row_comes_back_equal() {
        store(40);
        node.settle();
        List<String> before = node.rows();
        restartAfter("delete from token_entry");
        node.requireRows(before);
        restartAfter(
                "delete from token_entry",
                "delete from order_view",
                "delete from order_list",
                "delete from order_list_sku",
                "delete from order_list_word",
                "delete from order_list_metadata");
        node.requireRows(before);
        assertThat(node.count("order_view")).isEqualTo(40);
    }

    private void restartAfter(String... statements) {
        node.close();
        node = Node.start(arguments, "ordertrail.processors.auto-start=false");
        for (String statement : statements) {
            node.jdbc().sql(statement).update();
        }
        node.close();
        node = Node.start(arguments);
        node.settle();
    }

    private long asOf(OrderCreated order, Instant instant) {
        return node.ask(new GetOrderAsOf(order.orderId(), Moment.asOf(instant)), OrderView.class)
                .version();
    }

    private List<List<OrderEvent>> store(int orders) {
        List<List<OrderEvent>> all = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            List<OrderEvent> events = stories.next();
            node.store(events);
            all.add(events);
        }
        return all;
    }

    private static FoldedOrder fold(List<OrderEvent> events, List<Instant> recorded) {
        FoldedOrder order = null;
        for (int version = 0; version < events.size(); version++) {
            order = OrderFold.STREAM.next(order, new Recorded<>(events.get(version), version, recorded.get(version)));
        }
        return order;
    }
}
