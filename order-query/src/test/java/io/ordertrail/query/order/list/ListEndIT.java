package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cursor at the end of a list, from which a copy is kept up. */
class ListEndIT {

    private static final Sort BY_NUMBER = new Sort(Sort.Key.NUMBER, false);
    private static final Sort BY_CHANGE = new Sort(Sort.Key.UPDATED_AT, false);

    private final Stories stories = new Stories(5);

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_comes_behind_the_end_is_found_from_there_and_nothing_else(Database database) {
        try (Node node = Node.start(database.fresh())) {
            assertThat(page(node, BY_NUMBER, 2, null).end()).isNull();
            List<String> first = List.of(place(node), place(node), place(node));
            OrderPage one = page(node, BY_NUMBER, 2, null);
            assertThat(one.end()).isNull();
            OrderPage last = page(node, BY_NUMBER, 2, one.next());
            assertThat(last.next()).isNull();
            OrderPage nothing = page(node, BY_NUMBER, 2, last.end());
            assertThat(nothing.items()).isEmpty();
            String more = place(node);
            assertThat(first).doesNotContain(more);
            OrderPage later = page(node, BY_NUMBER, 2, nothing.end());
            assertThat(ids(later)).containsExactly(more);
            assertThat(page(node, BY_NUMBER, 2, later.end()).items()).isEmpty();
            assertThat(ids(page(node, BY_NUMBER, 2, later.prev()))).isEqualTo(first.subList(1, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_change_that_comes_into_the_list_behind_a_later_one_is_not_lost(Database database) {
        try (Node node = Node.start(database.fresh())) {
            String late = place(node);
            String early = place(node);
            Instant now = Instant.now();
            changed(node, late, now.minusSeconds(3600));
            changed(node, early, now.minusSeconds(1));
            OrderPage all = page(node, BY_CHANGE, 10, null);
            assertThat(ids(all)).containsExactly(late, early);
            // Recorded a second before what was read already, and committed after it.
            changed(node, late, now.minusSeconds(2));
            OrderPage later = page(node, BY_CHANGE, 10, all.end());
            assertThat(ids(later)).containsExactly(late, early);
            // What was settled long ago is not told again.
            changed(node, late, now.minusSeconds(3600));
            changed(node, early, now.minusSeconds(3500));
            OrderPage settled = page(node, BY_CHANGE, 10, null);
            assertThat(page(node, BY_CHANGE, 10, settled.end()).items()).isEmpty();
        }
    }

    private String place(Node node) {
        List<OrderEvent> events = stories.next();
        node.store(events.subList(0, 1));
        node.settle();
        return events.get(0).orderId();
    }

    private static void changed(Node node, String orderId, Instant at) {
        node.jdbc()
                .sql("update order_list set updated_at = ? where order_id = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(orderId)
                .update();
    }

    private static List<String> ids(OrderPage page) {
        return page.items().stream().map(OrderSummary::id).toList();
    }

    private static OrderPage page(Node node, Sort sort, int limit, @Nullable String after) {
        return node.ask(new ListOrders(new Filters().filter(), sort, limit, after), OrderPage.class);
    }
}
