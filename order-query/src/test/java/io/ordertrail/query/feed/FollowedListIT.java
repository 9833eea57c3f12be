package io.ordertrail.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.ChangePage.Change;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.Filters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever has a list, and applies what a stream of the same filter tells, has the list that is answered later. */
class FollowedListIT {

    private static final RequestContext CUSTOMER =
            new RequestContext("c-1", List.of("CUSTOMER"), "c-1", "t-1", null, null);

    private static final List<Filter> FILTERS = List.of(
            new Filters().filter(),
            new Filters().status(OrderLifecycle.PENDING).filter(),
            new Filters().status(OrderLifecycle.CONFIRMED).channel("WEB").filter(),
            new Filters()
                    .paymentStatus(PaymentStatus.PAID, PaymentStatus.OVERPAID)
                    .filter(),
            new Filters().hold(true).filter(),
            new Filters().hold(false).currency("EUR").filter(),
            new Filters().sku("SKU-3").filter(),
            new Filters().total(BigDecimal.TEN, new BigDecimal(100)).filter(),
            new Filters()
                    .customerId("c-1", "c-2")
                    .created(Stories.DAY.plusSeconds(5), null)
                    .filter(),
            new Filters().metadata("season", "summer").filter());

    private static final Random RANDOM = new Random(3);
    private static final Map<List<OrderEvent>, Integer> STORED = new LinkedHashMap<>();

    private static Node node;

    /** Where half of the events are stored. */
    private static String middle;

    private static final Map<RequestContext, Map<Filter, Map<String, OrderSummary>>> MIDDLE = new HashMap<>();

    @BeforeAll
    static void fill() {
        node = Node.start(Database.POSTGRES.fresh());
        Stories stories = new Stories(23);
        for (int n = 0; n < 60; n++) {
            STORED.put(stories.next(), 0);
        }
        store(true);
        node.settle();
        middle =
                node.ask(new AwaitEvent(new Span(null, 1, 0)), ChangePage.class).after();
        for (RequestContext who : List.of(Node.ANNA, CUSTOMER)) {
            FILTERS.forEach(filter ->
                    MIDDLE.computeIfAbsent(who, any -> new HashMap<>()).put(filter, list(filter, who)));
        }
        store(false);
        node.settle();
    }

    /** One event of some order after the other, half of each or all. */
    private static void store(boolean half) {
        List<List<OrderEvent>> open = new ArrayList<>(STORED.keySet());
        while (!open.isEmpty()) {
            List<OrderEvent> order = open.get(RANDOM.nextInt(open.size()));
            int next = STORED.get(order);
            if (next >= order.size() || half && next > order.size() / 2) {
                open.remove(order);
            } else {
                node.store(next, order.subList(next, next + 1));
                STORED.put(order, next + 1);
            }
        }
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void what_is_told_from_the_first_event_on_makes_the_list() {
        FILTERS.forEach(filter -> {
            for (int limit : new int[] {3, 200}) {
                Map<String, OrderSummary> orders = new HashMap<>();
                follow(orders, filter, Node.ANNA, new Span(Span.START, limit, 0));
                assertThat(orders).as("%s", filter).isEqualTo(list(filter, Node.ANNA));
            }
        });
    }

    @Test
    void what_is_told_behind_a_place_makes_of_the_list_of_then_the_list_of_now() {
        boolean left = false;
        for (Filter filter : FILTERS) {
            Map<String, OrderSummary> then = MIDDLE.get(Node.ANNA).get(filter);
            Map<String, OrderSummary> orders = new HashMap<>(then);
            follow(orders, filter, Node.ANNA, new Span(middle, 5, 0));
            assertThat(orders).as("%s", filter).isEqualTo(list(filter, Node.ANNA));
            left |= !orders.keySet().containsAll(then.keySet());
        }
        assertThat(left).isTrue();
    }

    /** As it is told to who waits: out of memory, where each event is once for all who follow. */
    @Test
    void whoever_waits_is_told_the_same() {
        for (Filter filter : FILTERS.subList(0, 5)) {
            Map<String, OrderSummary> orders =
                    new HashMap<>(MIDDLE.get(Node.ANNA).get(filter));
            follow(orders, filter, Node.ANNA, new Span(middle, 5, 1));
            assertThat(orders).as("%s", filter).isEqualTo(list(filter, Node.ANNA));
        }
    }

    /** A hold is the shop's own matter, and takes an order out of the list of what is not held. */
    @Test
    void API1_a_customer_has_the_list_of_their_own_and_is_not_told_what_is_the_shops() {
        List<String> types = new ArrayList<>();
        for (Filter filter : FILTERS) {
            Map<String, OrderSummary> orders =
                    new HashMap<>(MIDDLE.get(CUSTOMER).get(filter));
            types.addAll(follow(orders, filter, CUSTOMER, new Span(middle, 4, 0)));
            types.addAll(follow(new HashMap<>(), filter, CUSTOMER, new Span(Span.START, 50, 0)));
            assertThat(orders.keySet())
                    .as("%s", filter)
                    .isEqualTo(list(filter, CUSTOMER).keySet());
            assertThat(orders.values()).extracting(OrderSummary::customerId).allMatch("c-1"::equals);
        }
        assertThat(types)
                .contains(Change.HIDDEN, "order.OrderCreated")
                .doesNotContain("order.OrderHeld", "order.OrderReleased", "order.StockAnswered");
    }

    @Test
    void what_is_found_by_words_cannot_be_followed() {
        assertThatThrownBy(() -> node.ask(
                        new FollowOrders(new Filters().q("turing").filter(), new Span(null, 1, 0)), ChangePage.class))
                .isInstanceOf(Refused.class);
    }

    /** Applies to {@code orders} what is told. */
    private static List<String> follow(Map<String, OrderSummary> orders, Filter filter, RequestContext who, Span from) {
        List<String> types = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        ChangePage page;
        String after = from.after();
        do {
            page = node.bean(Dispatch.class)
                    .ask(
                            new FollowOrders(filter, new Span(after, from.limit(), from.seconds())),
                            who,
                            ChangePage.class);
            for (Change change : page.items()) {
                types.add(change.type());
                positions.add(change.position());
                if (change.listed()) {
                    orders.put(change.order().id(), change.order());
                } else {
                    assertThat(orders.remove(change.order().id()))
                            .as("%s leaves", change)
                            .isNotNull();
                }
            }
            after = page.after();
        } while (page.more() || from.seconds() > 0 && !page.items().isEmpty());
        assertThat(positions).doesNotHaveDuplicates();
        return types;
    }

    private static Map<String, OrderSummary> list(Filter filter, RequestContext who) {
        Map<String, OrderSummary> orders = new HashMap<>();
        node.bean(Dispatch.class)
                .ask(new ListOrders(filter, new Sort(Sort.Key.CREATED_AT, true), 500, null), who, OrderPage.class)
                .items()
                .forEach(order -> orders.put(order.id(), order));
        return orders;
    }
}
