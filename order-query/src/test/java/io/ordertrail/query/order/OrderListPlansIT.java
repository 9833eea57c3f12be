package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.FulfilmentStatus;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.api.order.OrderQuery.ListOrders;
import io.ordertrail.api.order.OrderQuery.Sort;
import io.ordertrail.api.order.PaymentStatus;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.projection.Completeness;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the databases mean to do for a list of 10,000 orders: no filter may make them read all of it for a rare word. */
@ParameterizedClass
@EnumSource(Database.class)
class OrderListPlansIT {

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
        jdbc.sql("insert into order_list (" + ListedOrderColumns.READ + ") select 'o-' || n, 'N-' || n, 'N-' || n,"
                        + " 'ext-' || n, 'WEB', 'c-' || mod(n, 1000), 'EUR', " + CREATED + ", 1, 1, n, 1,"
                        + " case when mod(n, 1000) = 1 then 'PENDING' else 'COMPLETED' end,"
                        + " case when mod(n, 1000) = 2 then 'FRAUD' end, mod(n, 1000) = 2,"
                        + " case when mod(n, 1000) = 3 then 'FAILED' else 'PAID' end,"
                        + " case when mod(n, 1000) = 4 then 'SHIPPED' else 'DELIVERED' end,"
                        + " 'NONE', 'COMPLETED', '{}', " + CREATED + ", 1 from " + NUMBERS)
                .update();
        jdbc.sql("insert into order_list_sku (sku, order_id, created_at) select 'sku-' || mod(n, 1000), 'o-' || n, "
                        + CREATED + " from " + NUMBERS)
                .update();
        jdbc.sql("insert into order_list_word (word, order_id) select cast('ext' as bytea), 'o-' || n from " + NUMBERS
                        + " union all select cast('rare' as bytea), 'o-' || n from " + NUMBERS
                        + " where mod(n, 1000) = 5")
                .update();
        jdbc.sql("analyze").update();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        RUNNING.get().close();
    }

    @Test
    void each_word_has_an_index_that_begins_with_it_and_sorts() {
        Filter status = filter(OrderLifecycle.PENDING, null, null, null, null);
        Filter payment = filter(null, PaymentStatus.FAILED, null, null, null);
        Filter fulfilment = filter(null, null, FulfilmentStatus.SHIPPED, null, null);
        Filter hold = filter(null, null, null, null, true);
        Filter sku = filter(null, null, null, "sku-79", null);
        for (boolean descending : new boolean[] {true, false}) {
            Sort created = new Sort(Sort.Key.CREATED_AT, descending);
            Sort updated = new Sort(Sort.Key.UPDATED_AT, descending);
            assertServed(status, created, "order_list_by_lifecycle");
            assertServed(status, updated, "order_list_by_lifecycle_changed");
            assertServed(payment, created, "order_list_by_payment");
            assertServed(payment, updated, "order_list_by_payment_changed");
            assertServed(fulfilment, created, "order_list_by_fulfilment");
            assertServed(fulfilment, updated, "order_list_by_fulfilment_changed");
            assertServed(hold, created, "order_list_by_hold");
            assertServed(sku, created, "order_list_sku_by_created_at");
        }
    }

    @Test
    void a_customer_a_number_a_time_and_a_total_are_found_by_index() {
        Sort created = new Sort(Sort.Key.CREATED_AT, true);
        Instant then = Instant.parse("2026-01-01T12:00:00Z");
        assertServed(
                new Filter(null, null, null, "c-7", null, null, null, null, null, null, null, null),
                created,
                "order_list_by_customer");
        assertFound(
                new Filter(null, null, null, null, "N-4711", null, null, null, null, null, null, null),
                created,
                "order_list_by_exact_number");
        assertServed(
                new Filter(null, null, null, null, null, then, then.plusSeconds(60), null, null, null, null, null),
                created,
                "order_list_by_created_at");
        assertServed(
                new Filter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("100"),
                        new BigDecimal("200"),
                        null,
                        null,
                        null),
                new Sort(Sort.Key.GRAND_TOTAL, true),
                "order_list_by_grand_total");
    }

    private static Filter filter(
            @Nullable OrderLifecycle status,
            @Nullable PaymentStatus payment,
            @Nullable FulfilmentStatus fulfilment,
            @Nullable String sku,
            @Nullable Boolean hold) {
        return new Filter(status, payment, fulfilment, null, null, null, null, null, null, sku, hold, null);
    }

    /** Found by {@code index}, and, of a database that does not ask what sorting so few would cost, read in its order. */
    private void assertServed(Filter filter, Sort sort, String index) {
        String plan = assertFound(filter, sort, index);
        if (database == Database.H2) {
            assertThat(plan).contains("index sorted");
        }
    }

    private String assertFound(Filter filter, Sort sort, String index) {
        String plan = plan(filter, sort);
        if (database == Database.H2) {
            // After the colon it tells by which values it looks.
            assertThat(plan).contains("public." + index + ": ");
        } else {
            assertThat(plan).containsPattern("(using|on) " + index + " ");
        }
        assertThat(plan).doesNotContain("tablescan", "seq scan");
        return plan;
    }

    private String plan(Filter filter, Sort sort) {
        AtomicReference<String> sql = new AtomicReference<>();
        List<Object> values = new ArrayList<>();
        new OrderList(recorder(sql, values), node.bean(Completeness.class))
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
    private static JdbcClient recorder(AtomicReference<String> sql, List<Object> values) {
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
        return (JdbcClient)
                Proxy.newProxyInstance(loader, new Class<?>[] {JdbcClient.class}, (self, method, arguments) -> {
                    sql.set((String) arguments[0]);
                    return statement;
                });
    }
}
