package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What the databases mean to do for a list of 10,000 orders: no filter may make them read all of it for a rare word.
 */
@ParameterizedClass
@EnumSource(Database.class)
class OrderListPlansIT {

    private static final int FEW = 100;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final AtomicReference<Node> RUNNING = new AtomicReference<>();

    private static final String DIGITS =
            " cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as d%1$d (n%1$d)";

    /** 10,000 numbers, each of which stands for an order; one of a thousand is of a rare word. */
    private static final String NUMBERS =
            "(select n0 + 10 * n1 + 100 * n2 + 1000 * n3 as n from (values (0)) as one (z)"
                    + Stream.of(0, 1, 2, 3).map(DIGITS::formatted).reduce("", String::concat) + ") as numbers";

    private static final String CREATED = "timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '1' second";

    private final Database database;
    private final Node node = RUNNING.get();

    OrderListPlansIT(Database database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void fill(Database database) {
        Node filled = Node.start(database.fresh());
        RUNNING.set(filled);
        JdbcClient jdbc = filled.jdbc();
        jdbc.sql("insert into order_list (order_id, number, number_key, external_ref, channel,"
                        + " customer_id, currency, created_at, goods_total, shipping_total, grand_total, line_count,"
                        + " lifecycle, hold_reason, on_hold, payment_status, fulfilment_status, return_status,"
                        + " display_status, facts, updated_at, version, words) select 'o-' || n, 'N-' || n, 'N-' || n,"
                        + " 'ext-' || n, 'WEB', 'c-' || mod(n, 1000), 'EUR', " + CREATED + ", 1, 1, n, 1,"
                        + " case when mod(n, 1000) = 1 then 'PENDING' else 'COMPLETED' end,"
                        + " case when mod(n, 1000) = 2 then 'FRAUD' end, mod(n, 1000) = 2,"
                        + " case when mod(n, 1000) = 3 then 'FAILED' else 'PAID' end,"
                        + " case when mod(n, 1000) = 4 then 'SHIPPED' else 'DELIVERED' end,"
                        + " 'NONE', 'DELIVERED', '{}', " + CREATED + ", 1,"
                        + " ' ext' || case when mod(n, 1000) = 5 then ' rare' else '' end"
                        + " || case when n < 300 then ' old' else '' end"
                        + " || case when mod(n, 40) = 6 then ' common' else '' end from " + NUMBERS)
                .update();
        jdbc.sql("insert into order_list_sku (sku, order_id, created_at) select 'sku-' || mod(n, 1000), 'o-' || n, "
                        + CREATED + " from " + NUMBERS)
                .update();
        jdbc.sql("insert into order_list_word (word, order_id) select cast('ext' as bytea), 'o-' || n from " + NUMBERS
                        + " union all select cast('rare' as bytea), 'o-' || n from " + NUMBERS
                        + " where mod(n, 1000) = 5"
                        + " union all select cast('old' as bytea), 'o-' || n from " + NUMBERS + " where n < 300"
                        + " union all select cast('common' as bytea), 'o-' || n from " + NUMBERS
                        + " where mod(n, 40) = 6")
                .update();
        jdbc.sql("analyze").update();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        RUNNING.get().close();
    }

    @Test
    void what_is_asked_for_alone_has_an_index_that_sorts() {
        for (boolean descending : new boolean[] {true, false}) {
            Sort created = new Sort(Sort.Key.CREATED_AT, descending);
            assertServed(new Filters().status(OrderLifecycle.COMPLETED), created, "order_list_by_lifecycle");
            assertServed(new Filters().paymentStatus(PaymentStatus.PAID), created, "order_list_by_payment");
            assertServed(
                    new Filters().fulfilmentStatus(FulfilmentStatus.DELIVERED), created, "order_list_by_fulfilment");
            assertServed(new Filters().returnStatus(ReturnStatus.NONE), created, "order_list_by_return");
            assertServed(new Filters().displayStatus(DisplayStatus.DELIVERED), created, "order_list_by_display");
            assertServed(new Filters().hold(false), created, "order_list_by_hold");
            assertServed(new Filters().channel("WEB"), created, "order_list_by_channel");
            assertServed(new Filters().currency("EUR"), created, "order_list_by_currency");
            assertServed(new Filters().customerId("c-7"), created, "order_list_by_customer");
            assertServed(new Filters().sku("sku-79"), created, "order_list_sku_by_created_at");
        }
    }

    @Test
    void what_many_orders_have_is_read_in_the_order_of_the_list() {
        Filters many = new Filters()
                .status(OrderLifecycle.COMPLETED)
                .paymentStatus(PaymentStatus.PAID)
                .created(START, null)
                .q("ext");
        assertServed(many, new Sort(Sort.Key.NUMBER, true), "order_list_by_number");
        assertServed(many, new Sort(Sort.Key.UPDATED_AT, true), "order_list_by_updated_at");
        assertServed(many, new Sort(Sort.Key.GRAND_TOTAL, false), "order_list_by_grand_total");
        Filters between = new Filters()
                .total(new BigDecimal("100"), new BigDecimal("9000"))
                .status(OrderLifecycle.COMPLETED);
        assertServed(between, new Sort(Sort.Key.GRAND_TOTAL, true), "order_list_by_grand_total");
    }

    @Test
    void what_few_orders_have_is_found_first_whatever_else_is_asked() {
        List<Filters> rare = List.of(
                new Filters().status(OrderLifecycle.PENDING),
                new Filters().paymentStatus(PaymentStatus.FAILED),
                new Filters().fulfilmentStatus(FulfilmentStatus.SHIPPED),
                new Filters().hold(true),
                new Filters().customerId("c-7"),
                new Filters().number("N-4711"),
                new Filters().externalRef("ext-17"),
                new Filters().sku("sku-79"),
                new Filters().q("rare"),
                new Filters().q("none such"),
                new Filters().total(new BigDecimal("100"), new BigDecimal("110")),
                new Filters().created(START.plusSeconds(60), START.plusSeconds(80)));
        for (Filters filter : rare) {
            String plan = plan(filter.currency("EUR").filter(), new Sort(Sort.Key.NUMBER, true));
            assertLookedUp(plan);
        }
    }

    /** They lie together: whoever reads the list from the other end reads nearly all of it before the first comes. */
    @Test
    void some_orders_that_lie_at_the_other_end_of_the_list_are_not_read_for_in_its_order() {
        Filters old = new Filters().status(OrderLifecycle.COMPLETED).q("old");
        for (Sort.Key key : List.of(Sort.Key.NUMBER, Sort.Key.CREATED_AT, Sort.Key.GRAND_TOTAL)) {
            String plan = plan(old.filter(), new Sort(key, true));
            assertLookedUp(plan);
            assertThat(plan).doesNotContain("order_list_by_");
        }
        if (database == Database.H2) {
            // PostgreSQL, told nothing, chooses by what sorting them would cost.
            assertServed(new Filters().q("common"), new Sort(Sort.Key.GRAND_TOTAL, true), "order_list_by_grand_total");
        }
    }

    /** By their ids, and then sorted: by PostgreSQL all ids at once, and not with a look-up for each. */
    private void assertLookedUp(String plan) {
        if (database == Database.H2) {
            // The rows of a subquery it would gather before it sorts them.
            assertThat(plan)
                    .containsPattern("primary_key_\\w+: order_id = known.id")
                    .doesNotContain("offset");
        } else {
            assertThat(plan)
                    .contains("order_list_pkey", "order_id)::text = any (")
                    .doesNotContain("nested loop", "hash join");
        }
        assertThat(plan).doesNotContain("tablescan", "seq scan");
    }

    /**
     * Found by {@code index}, and, of a database that does not ask what sorting so few would cost, read in its order.
     */
    private void assertServed(Filters filter, Sort sort, String index) {
        String plan = assertFound(filter.filter(), sort, index);
        if (database == Database.H2) {
            assertThat(plan).contains("index sorted");
        }
    }

    private String assertFound(Filter filter, Sort sort, String index) {
        String plan = plan(filter, sort);
        if (database == Database.H2) {
            // After a colon it tells by which values it looks.
            assertThat(plan).containsPattern("public." + index + "(:| )");
        } else {
            assertThat(plan).containsPattern("(using|on) " + index + " ");
        }
        assertThat(plan).doesNotContain("tablescan", "seq scan");
        return plan;
    }

    private String plan(Filter filter, Sort sort) {
        AtomicReference<String> sql = new AtomicReference<>();
        List<Object> values = new ArrayList<>();
        new OrderList(
                        recorder(sql, values),
                        new ListFilter(node.bean(ViewSql.class), FEW),
                        KnownOrders.of(node.bean(JdbcTemplate.class)),
                        node.bean(Completeness.class),
                        Clock.systemUTC())
                .list(new ListOrders(filter, sort, 50, null));
        return String.join(
                        "\n",
                        node.jdbc()
                                .sql("explain " + sql.get())
                                .params(values)
                                .query(String.class)
                                .list())
                .toLowerCase(Locale.ROOT)
                .replace("\"", "");
    }

    /** Answers nothing and keeps what was asked. */
    private ViewSql recorder(AtomicReference<String> sql, List<Object> values) {
        ClassLoader loader = OrderListPlansIT.class.getClassLoader();
        Object rows = Proxy.newProxyInstance(
                loader, new Class<?>[] {MappedQuerySpec.class}, (self, method, arguments) -> List.of());
        Object statement =
                Proxy.newProxyInstance(loader, new Class<?>[] {StatementSpec.class}, (self, method, arguments) -> {
                    if (method.getName().equals("params")) {
                        values.addAll((List<?>) arguments[0]);
                        return self;
                    }
                    return rows;
                });
        return new ViewSql(node.bean(JdbcTemplate.class)) {
            @Override
            public StatementSpec sql(String asked) {
                sql.set(asked);
                return (StatementSpec) statement;
            }
        };
    }
}
