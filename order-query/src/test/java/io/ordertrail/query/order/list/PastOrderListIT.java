package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.ListOrdersAsOf;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.reading.AggregateStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a list answered once, under every kind of filter and in every sort, it answers as of then for ever. */
@ParameterizedClass
@EnumSource(Database.class)
class PastOrderListIT {

    private record Question(Filter filter, Sort sort) {}

    @Parameter
    Database database;

    private final Random random = new Random(17);
    private final Stories stories = new Stories(5);

    @Test
    void a_list_as_of_a_moment_is_the_list_that_was_answered_then() {
        try (Node node = Node.start(database.fresh())) {
            Map<String, List<OrderEvent>> later = new LinkedHashMap<>();
            for (int i = 0; i < 40; i++) {
                List<OrderEvent> events = stories.next();
                int known = 1 + random.nextInt(events.size());
                node.store(events.subList(0, known));
                later.put(events.get(0).orderId(), events.subList(known, events.size()));
            }
            node.settle();
            Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
            List<OrderSummary> all = walk(node, new Question(new Filters().filter(), newest()), 500, null);
            Map<Question, List<OrderSummary>> answered = new LinkedHashMap<>();
            questions(all).forEach(question -> answered.put(question, walk(node, question, 7, null)));
            // The clocks of this test and of the store are one: nothing more is recorded at that moment.
            later.forEach((id, events) -> node.store(versionOf(all, id) + 1, events));
            for (int i = 0; i < 10; i++) {
                node.store(stories.next());
            }
            node.settle();

            assertThat(walk(node, new Question(new Filters().filter(), newest()), 500, null))
                    .isNotEqualTo(all);
            assertThat(walk(node, new Question(new Filters().filter(), newest()), 1, then))
                    .isEqualTo(all);
            answered.forEach((question, summaries) -> {
                for (int limit : new int[] {7, 500}) {
                    assertThat(walk(node, question, limit, then))
                            .as("%s", question)
                            .isEqualTo(summaries);
                }
            });
        }
    }

    @Test
    void a_list_as_of_a_moment_since_which_too_many_orders_have_changed_is_refused() {
        try (Node node = Node.start(database.fresh())) {
            Instant then = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
            for (int i = 0; i < 6; i++) {
                node.store(stories.next());
            }
            node.settle();
            OrderSummary some = walk(node, new Question(new Filters().filter(), newest()), 1, null)
                    .get(0);
            assertThat(askOfAtMost(6, node, new Filters(), then)).isEmpty();
            assertThatThrownBy(() -> askOfAtMost(5, node, new Filters(), then))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            no -> assertThat(no.refusal())
                                    .isInstanceOfSatisfying(
                                            InvalidQuery.class,
                                            query -> assertThat(query.faults()
                                                            .get(0)
                                                            .message())
                                                    .contains("More than 5", "customerId")));
            // What an order is for ever makes them fewer; what it is now does not.
            assertThat(askOfAtMost(5, node, new Filters().number(some.number()), then))
                    .isEmpty();
            assertThatThrownBy(() -> askOfAtMost(5, node, new Filters().status(some.status()), then))
                    .isInstanceOf(Refused.class);
        }
    }

    private static List<OrderSummary> askOfAtMost(int most, Node node, Filters filter, Instant then) {
        PastOrderList list = new PastOrderList(
                node.bean(OrderList.class),
                new AggregateStream<>(node.bean(EventStore.class), OrderListFold.STREAM),
                most);
        return list.list(new ListOrdersAsOf(filter.filter(), newest(), then, 10, null))
                .items();
    }

    private List<Question> questions(List<OrderSummary> all) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OrderSummary some = all.get(random.nextInt(all.size()));
            Sort sort = new Sort(Sort.Key.values()[i % Sort.Key.values().length], random.nextBoolean());
            BigDecimal total = some.grandTotal().getAmount();
            for (Function<Filters, Filters> asked : List.<Function<Filters, Filters>>of(
                    none -> none,
                    filter -> filter.status(some.status()),
                    filter -> filter.paymentStatus(some.paymentStatus()).hold(some.onHold()),
                    filter -> filter.displayStatus(some.displayStatus()),
                    filter -> filter.customerId(some.customerId()),
                    filter -> filter.updated(some.updatedAt(), null),
                    filter -> filter.updated(null, some.updatedAt()),
                    filter -> filter.total(total, total.add(BigDecimal.TEN)),
                    filter -> filter.q(some.number()),
                    filter -> filter.created(some.createdAt(), null))) {
                questions.add(new Question(asked.apply(new Filters()).filter(), sort));
            }
        }
        return questions;
    }

    private static List<OrderSummary> walk(Node node, Question question, int limit, Instant asOf) {
        List<OrderSummary> all = new ArrayList<>();
        String after = null;
        do {
            Object query = asOf == null
                    ? new ListOrders(question.filter(), question.sort(), limit, after)
                    : new ListOrdersAsOf(question.filter(), question.sort(), asOf, limit, after);
            OrderPage page = node.ask(query, OrderPage.class);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static long versionOf(List<OrderSummary> all, String id) {
        return all.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static Sort newest() {
        return new Sort(Sort.Key.CREATED_AT, true);
    }
}
