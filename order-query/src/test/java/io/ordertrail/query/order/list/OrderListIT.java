package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists against a model that holds all orders in memory and filters and sorts them one by one. */
@ParameterizedClass
@EnumSource(Database.class)
class OrderListIT {

    private static final Filter ALL = new Filters().filter();
    private static final Sort NEWEST = new Sort(Sort.Key.CREATED_AT, true);

    /** What people and attackers type; each must find exactly what contains it. */
    private static final List<String> HOSTILE = List.of(
            "%",
            "_",
            "\\",
            "!",
            "'",
            "\"",
            "''",
            "100%",
            "o'b",
            "';",
            "--",
            "/*",
            "drop table",
            "\\'",
            "!%",
            "a_b",
            "ÖDÖN",
            "$1",
            "?",
            ":q",
            "{",
            "\u2028",
            "SHOP_1",
            "c-1",
            " or 1=1",
            "\ud800",
            "😀");

    private static final Map<String, OrderCreated> PLACED = new HashMap<>();
    private static final Map<String, List<OrderLine>> LINES = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final AtomicReference<Node> RUNNING = new AtomicReference<>();

    private final Random random = new Random(11);
    private final Node node = RUNNING.get();
    private List<OrderSummary> model = List.of();

    @BeforeParameterizedClassInvocation
    static void fill(Database database) {
        Node filled = Node.start(database.fresh());
        RUNNING.set(filled);
        Stories stories = new Stories(3);
        PLACED.clear();
        for (int i = 0; i < 150; i++) {
            List<OrderEvent> events = stories.next();
            filled.store(events);
            PLACED.put(events.get(0).orderId(), (OrderCreated) events.get(0));
            for (OrderEvent event : events) {
                if (event instanceof OrderCreated created) {
                    LINES.put(created.orderId(), created.lines());
                    Address home = created.shippingAddress();
                    NAMES.put(created.orderId(), home == null ? "" : home.name());
                } else if (event instanceof OrderEdited edited) {
                    LINES.put(edited.orderId(), edited.lines());
                } else if (event instanceof AddressChanged changed && changed.shippingAddress() != null) {
                    NAMES.put(changed.orderId(), changed.shippingAddress().name());
                }
            }
        }
        filled.settle();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        RUNNING.get().close();
    }

    OrderListIT(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeEach
    void readModel() {
        model = pages(ALL, NEWEST, 500).get(0).items();
        assertThat(model).hasSize(150);
    }

    @Test
    void walking_forth_and_back_meets_every_order_once_in_every_sort_with_ties() {
        for (Sort.Key key : Sort.Key.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                Sort sort = new Sort(key, descending);
                for (int limit : new int[] {1, 7, 50, 149, 150, 151}) {
                    assertWalk(ALL, sort, limit, order -> true);
                }
            }
        }
    }

    @Test
    void every_filter_alone_and_with_others_finds_what_the_model_finds() {
        for (int round = 0; round < 300; round++) {
            Filter filter = randomFilter();
            Sort sort = new Sort(Sort.Key.values()[random.nextInt(4)], random.nextBoolean());
            assertWalk(filter, sort, 1 + random.nextInt(20), order -> matches(filter, order));
        }
    }

    @Test
    void injection_and_wildcards_in_filters_are_plain_text() {
        for (String text : HOSTILE) {
            Filter byText = text(text);
            assertWalk(byText, NEWEST, 50, order -> matches(byText, order));
            for (Filter byValue : List.of(
                    new Filters().customerId(text).filter(),
                    new Filters().number(text).filter(),
                    new Filters().externalRef(text, text + text).filter(),
                    new Filters().channel(text).filter(),
                    new Filters().metadata("season", text).filter(),
                    new Filters().metadata(text, "summer").filter(),
                    new Filters().sku(text, "'" + text).filter())) {
                assertWalk(byValue, NEWEST, 50, order -> matches(byValue, order));
            }
        }
        assertThat(node.count("order_list")).isEqualTo(150);
    }

    @Test
    void a_cursor_that_was_never_given_out_is_refused() {
        String good = page(ALL, NEWEST, 10, null).next();
        assertThat(good).isNotNull();
        for (String bad : List.of(
                "",
                "x",
                "%%%",
                good + "A",
                good.substring(3),
                "A".repeat(5000),
                forged(good, 6, "never"),
                forged(good, 4, "SIDEWAYS"),
                forged(good, 7, "order-\u0000"),
                forged(good, 0, "2"),
                forged(good, 1, "stock"))) {
            assertInvalid("/after", new ListOrders(ALL, NEWEST, 10, bad));
        }
        assertThat(page(ALL, NEWEST, 10, forged(good, 7, "order-1")).items()).isNotEmpty();
        Sort byTotal = new Sort(Sort.Key.GRAND_TOTAL, true);
        String total = page(ALL, byTotal, 10, null).next();
        assertThat(total).isNotNull();
        assertInvalid("/after", new ListOrders(ALL, new Sort(Sort.Key.CREATED_AT, false), 10, good));
        assertInvalid("/after", new ListOrders(ALL, byTotal, 10, good));
        assertInvalid("/after", new ListOrders(ALL, byTotal, 10, forged(total, 6, "1e999999")));
        assertInvalid("/after", new ListOrders(ALL, byTotal, 10, forged(total, 6, "NaN")));
    }

    @Test
    void finding_3_3_a_cursor_of_one_filter_is_none_of_another() {
        String all = page(ALL, NEWEST, 10, null).next();
        String some = page(total(new BigDecimal("0.00")), NEWEST, 10, null).next();
        assertThat(all).isNotNull();
        assertThat(some).isNotNull();
        assertInvalid("/after", new ListOrders(text("a"), NEWEST, 10, all));
        assertInvalid("/after", new ListOrders(ALL, NEWEST, 10, some));
        assertInvalid("/after", new ListOrders(total(BigDecimal.ONE), NEWEST, 10, some));
        assertThat(page(total(BigDecimal.ZERO), NEWEST, 7, some).items()).hasSize(7);
    }

    @Test
    void several_values_are_one_question_in_whatever_order_they_are_told() {
        Filter one = new Filters()
                .status(OrderLifecycle.CONFIRMED, OrderLifecycle.COMPLETED)
                .filter();
        Filter same = new Filters()
                .status(OrderLifecycle.COMPLETED, OrderLifecycle.CONFIRMED, OrderLifecycle.COMPLETED)
                .filter();
        Filter other = new Filters()
                .status(OrderLifecycle.COMPLETED, OrderLifecycle.PENDING)
                .filter();
        OrderPage first = page(one, NEWEST, 5, null);
        assertThat(first.next()).isNotNull();
        assertThat(page(same, NEWEST, 5, first.next()).items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertInvalid("/after", new ListOrders(other, NEWEST, 5, first.next()));
    }

    @Test
    void finding_3_4_a_page_on_which_nothing_is_has_a_way_back() {
        for (Sort sort : List.of(NEWEST, new Sort(Sort.Key.NUMBER, false))) {
            OrderPage first = page(ALL, sort, 10, null);
            // The first row of the list as the place: there is nothing before it, as if the rows there had moved since.
            OrderPage one = page(ALL, sort, 1, null);
            String beforeTheFirst = turned(one.next(), "BEFORE");
            OrderPage nothing = page(ALL, sort, 10, beforeTheFirst);
            assertThat(nothing.items()).isEmpty();
            assertThat(nothing.prev()).isNull();
            assertThat(page(ALL, sort, 10, nothing.next()).items()).isEqualTo(first.items());
            OrderPage last = page(ALL, sort, 500, null);
            String end = page(ALL, sort, 149, null).next();
            OrderPage lastOne = page(ALL, sort, 10, end);
            assertThat(lastOne.items()).hasSize(1);
            OrderPage beyond = page(ALL, sort, 10, turned(lastOne.prev(), "AFTER"));
            assertThat(beyond.items()).isEmpty();
            assertThat(beyond.next()).isNull();
            assertThat(page(ALL, sort, 10, beyond.prev()).items())
                    .isEqualTo(last.items().subList(140, 150));
        }
    }

    @Test
    void parameters_beyond_all_bounds_are_refused_or_find_nothing() {
        assertInvalid("/limit", new ListOrders(ALL, NEWEST, 0, null));
        assertInvalid("/limit", new ListOrders(ALL, NEWEST, 501, null));
        assertInvalid("/q", new ListOrders(text("a\u0000b"), NEWEST, 10, null));
        assertInvalid("/q", new ListOrders(text("a\nb"), NEWEST, 10, null));
        for (String amount : List.of("1e999999", "-1e999999", "1e-999999", "1e21")) {
            Filter filter = total(new BigDecimal(amount));
            assertInvalid("/totalMin", new ListOrders(filter, NEWEST, 10, null));
        }
        for (Filters ends : List.of(
                new Filters().created(Instant.MIN, Instant.MAX), new Filters().updated(Instant.MIN, Instant.MAX))) {
            assertThat(ids(ends.filter(), NEWEST, 500)).hasSize(150);
        }
        for (Filters never : List.of(
                new Filters().created(Instant.MAX, Instant.MIN), new Filters().updated(Instant.MAX, Instant.MIN))) {
            assertThat(ids(never.filter(), NEWEST, 500)).isEmpty();
        }
        assertInvalid(
                "/externalRef",
                new ListOrders(new Filters().externalRef("a", "b\u0000").filter(), NEWEST, 10, null));
        assertInvalid(
                "/metadata[a]", new ListOrders(new Filters().metadata("a", "\n").filter(), NEWEST, 10, null));
        assertInvalid("/sku", new ListOrders(new Filters().sku("a", "b\n").filter(), NEWEST, 10, null));
    }

    @Test
    void an_order_placed_between_two_pages_neither_repeats_nor_hides_another() {
        OrderPage first = page(ALL, new Sort(Sort.Key.NUMBER, true), 40, null);
        OrderPage second = page(ALL, new Sort(Sort.Key.NUMBER, true), 40, first.next());
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        OrderPage again = page(ALL, new Sort(Sort.Key.NUMBER, true), 40, second.prev());
        assertThat(again.items()).isEqualTo(first.items());
        assertThat(again.prev()).isNull();
    }

    private void assertWalk(Filter filter, Sort sort, int limit, Predicate<OrderSummary> wanted) {
        List<String> expected = model.stream()
                .filter(wanted)
                .sorted(comparator(sort))
                .map(OrderSummary::id)
                .toList();
        List<OrderPage> forth = pages(filter, sort, limit);
        assertThat(forth.stream().flatMap(page -> page.items().stream()).map(OrderSummary::id))
                .as("%s %s", filter, sort)
                .containsExactlyElementsOf(expected);
        assertThat(forth.get(0).prev()).isNull();
        List<String> back = new ArrayList<>();
        OrderPage page = forth.get(forth.size() - 1);
        while (true) {
            List<String> ids =
                    new ArrayList<>(page.items().stream().map(OrderSummary::id).toList());
            Collections.reverse(ids);
            back.addAll(ids);
            if (page.prev() == null) {
                break;
            }
            page = page(filter, sort, limit, page.prev());
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(expected);
    }

    private List<OrderPage> pages(Filter filter, Sort sort, int limit) {
        List<OrderPage> pages = new ArrayList<>(List.of(page(filter, sort, limit, null)));
        while (pages.get(pages.size() - 1).next() != null) {
            pages.add(page(filter, sort, limit, pages.get(pages.size() - 1).next()));
        }
        return pages;
    }

    private OrderPage page(Filter filter, Sort sort, int limit, @Nullable String after) {
        ListOrders query = new ListOrders(filter, sort, limit, after);
        int few = random.nextInt(8);
        // Whether there are few or many orders of something, and for each page anew, the answer is the same.
        return few == 0
                ? node.ask(query, OrderPage.class)
                : new OrderList(
                                node.bean(ViewSql.class),
                                new ListFilter(node.bean(ViewSql.class), few - 1),
                                KnownOrders.of(node.bean(JdbcTemplate.class)),
                                node.bean(Completeness.class),
                                Clock.systemUTC())
                        .list(query);
    }

    private List<String> ids(Filter filter, Sort sort, int limit) {
        return page(filter, sort, limit, null).items().stream()
                .map(OrderSummary::id)
                .toList();
    }

    private void assertInvalid(String pointer, ListOrders query) {
        assertThatThrownBy(() -> node.ask(query, OrderPage.class)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal()).isInstanceOf(InvalidQuery.class);
            assertThat(no.refusal().faults().get(0).pointer()).isEqualTo(pointer);
        });
    }

    private Filter randomFilter() {
        OrderSummary some = model.get(random.nextInt(model.size()));
        OrderCreated order = PLACED.get(some.id());
        OrderSummary other = model.get(random.nextInt(model.size()));
        Filters filter = new Filters();
        seldom(() -> filter.status(some.status(), other.status()));
        seldom(() -> filter.paymentStatus(some.paymentStatus(), other.paymentStatus()));
        seldom(() -> filter.fulfilmentStatus(some.fulfilmentStatus(), other.fulfilmentStatus()));
        seldom(() -> filter.returnStatus(some.returnStatus(), other.returnStatus()));
        seldom(() -> filter.displayStatus(some.displayStatus()));
        seldom(() -> filter.currency(some.currency(), "JPY"));
        seldom(() -> filter.channel(some.channel(), "none"));
        seldom(() -> filter.customerId(some.customerId(), other.customerId()));
        if (random.nextInt(8) == 0) {
            filter.number(some.number(), other.number());
        }
        if (random.nextInt(8) == 0 && some.externalRef() != null) {
            filter.externalRef(some.externalRef(), "none");
        }
        seldom(() -> filter.created(order.at(), order.at().plusSeconds(1)));
        seldom(() -> filter.updated(some.updatedAt(), null));
        seldom(() -> filter.updated(null, some.updatedAt()));
        BigDecimal total = some.grandTotal().getAmount();
        seldom(() -> filter.total(total, random.nextBoolean() ? total.add(BigDecimal.TEN) : null));
        seldom(() -> filter.sku(
                LINES.get(some.id()).get(0).sku(), LINES.get(other.id()).get(0).sku()));
        seldom(() -> filter.hold(some.onHold()));
        order.metadata().forEach((name, text) -> seldom(() -> filter.metadata(name, text, "none")));
        seldom(() -> filter.q(piece(order)));
        return filter.filter();
    }

    private void seldom(Runnable asked) {
        if (random.nextInt(5) == 0) {
            asked.run();
        }
    }

    private String piece(OrderCreated order) {
        // What goes nowhere has no name to look for.
        String name = NAMES.get(order.orderId()).isEmpty() ? order.customerId() : NAMES.get(order.orderId());
        int from = random.nextInt(name.length());
        String piece = name.substring(from, from + 1 + random.nextInt(name.length() - from));
        return random.nextBoolean() ? piece : piece.toUpperCase(Locale.ROOT);
    }

    /** The model's own reading of a filter, from the event and the derived words. */
    private boolean matches(Filter filter, OrderSummary order) {
        OrderCreated created = PLACED.get(order.id());
        Instant at = order.createdAt();
        BigDecimal total = order.grandTotal().getAmount();
        return is(filter.status(), order.status())
                && is(filter.paymentStatus(), order.paymentStatus())
                && is(filter.fulfilmentStatus(), order.fulfilmentStatus())
                && is(filter.returnStatus(), order.returnStatus())
                && is(filter.displayStatus(), order.displayStatus())
                && is(filter.currency().stream().map(CurrencyUnit::getCode).toList(), order.currency())
                && is(filter.channel(), order.channel())
                && is(filter.externalRef(), order.externalRef())
                && is(filter.customerId(), order.customerId())
                && is(filter.number(), order.number())
                && (filter.updatedFrom() == null || !order.updatedAt().isBefore(filter.updatedFrom()))
                && (filter.updatedTo() == null || order.updatedAt().isBefore(filter.updatedTo()))
                && (filter.createdFrom() == null || !at.isBefore(filter.createdFrom()))
                && (filter.createdTo() == null || at.isBefore(filter.createdTo()))
                && (filter.totalMin() == null || total.compareTo(filter.totalMin()) >= 0)
                && (filter.totalMax() == null || total.compareTo(filter.totalMax()) <= 0)
                && (filter.sku().isEmpty()
                        || LINES.get(order.id()).stream().map(OrderLine::sku).anyMatch(filter.sku()::contains))
                && (filter.hold() == null || filter.hold() == order.onHold())
                && filter.metadata().entrySet().stream()
                        .allMatch(
                                entry -> is(entry.getValue(), created.metadata().get(entry.getKey())))
                && (filter.q() == null || contains(created, filter.q()));
    }

    /** Each word of the question begins one of the order's. */
    private static boolean contains(OrderCreated order, String question) {
        List<String> words = Stream.of(
                        order.number(),
                        String.valueOf(order.externalRef() == null ? "" : order.externalRef()),
                        order.customerId(),
                        NAMES.get(order.orderId()))
                .flatMap(OrderListIT::words)
                .toList();
        List<String> asked = words(question).toList();
        return !asked.isEmpty()
                && asked.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static Stream<String> words(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Stream.of(upper.split("[^\\p{L}\\p{N}\\p{M}\\p{So}]+")).filter(word -> !word.isEmpty());
    }

    private static boolean is(List<?> wanted, @Nullable Object found) {
        return wanted.isEmpty() || found != null && wanted.contains(found);
    }

    private static Comparator<OrderSummary> comparator(Sort sort) {
        Comparator<OrderSummary> order = switch (sort.key()) {
            case CREATED_AT -> Comparator.comparing(OrderSummary::createdAt);
            case UPDATED_AT -> Comparator.comparing(OrderSummary::updatedAt);
            case NUMBER ->
                Comparator.comparing(each -> Long.valueOf(each.number().substring(5)));
            case GRAND_TOTAL -> Comparator.comparing(each -> each.grandTotal().getAmount());
        };
        Comparator<OrderSummary> total = order.thenComparing(OrderSummary::id);
        return sort.descending() ? total.reversed() : total;
    }

    private static Filter text(String q) {
        return new Filters().q(q).filter();
    }

    private static Filter total(BigDecimal min) {
        return new Filters().total(min, null).filter();
    }

    private static String turned(String good, String direction) {
        return forged(good, 4, direction);
    }

    /** {@code good} with another word in one place. */
    private static String forged(String good, int place, String word) {
        String[] parts = new String(Base64.getUrlDecoder().decode(good), StandardCharsets.UTF_8).split("\n", -1);
        parts[place] = word;
        return cursor(String.join("\n", parts));
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void words_in_rows_are_those_that_the_facts_say() {
        for (OrderLifecycle status : OrderLifecycle.values()) {
            assertThat(ids(new Filters().status(status).filter(), NEWEST, 500))
                    .containsExactlyElementsOf(model.stream()
                            .filter(order -> order.status() == status)
                            .map(OrderSummary::id)
                            .toList());
        }
        assertThat(model).extracting(OrderSummary::paymentStatus).contains(PaymentStatus.PAID, PaymentStatus.OVERPAID);
        assertThat(model)
                .extracting(OrderSummary::fulfilmentStatus)
                .contains(FulfilmentStatus.DELIVERED, FulfilmentStatus.PARTIALLY_SHIPPED, FulfilmentStatus.CANCELLED);
    }
}
