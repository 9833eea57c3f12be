package io.ordertrail.query.projection.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Samples;
import io.ordertrail.query.Samples.Sold;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.generation.ViewSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is parked of rows in which many streams meet: each event counts once, neither twice nor never. */
@ParameterizedClass
@EnumSource(Database.class)
class RecoveryIT {

    private static final String VIEW = "sample-sold";

    @Parameter
    Database database;

    private final Stories stories = new Stories(17);
    private Node node;

    @BeforeEach
    void start() {
        node = Node.withSamples(database.fresh());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void events_of_a_row_of_many_streams_are_taken_in_once_each_when_the_row_is_whole_again() {
        List<OrderCreated> orders = new ArrayList<>();
        place(orders, 20);
        node.settle();
        Map<String, String> states = states();
        node.jdbc().sql("update sample_sold set state = '{'").update();
        place(orders, 20);
        node.settle();
        DeadLetters letters = letters();
        assertThat(letters.sequences()).as("an order each").isPositive();
        assertThat(letters.items()).allMatch(letter -> letter.error().equals("ROW_UNREADABLE"));
        DeadLetter one = letters.items().get(0);
        assertThat(node.send(new RetryDeadLetter(one.id()), DeadLetterRetry.class))
                .isEqualTo(new DeadLetterRetry(VIEW, one.subject(), 0, 1, "ROW_UNREADABLE"));
        states.forEach((id, state) -> node.jdbc()
                .sql("update sample_sold set state = ? where id = ?")
                .params(state, id)
                .update());
        for (DeadLetter letter : letters.items()) {
            assertThat(node.send(new RetryDeadLetter(letter.id()), DeadLetterRetry.class))
                    .isEqualTo(new DeadLetterRetry(VIEW, letter.subject(), 1, 0, null));
        }
        assertThat(letters().events()).isZero();
        assertThat(units()).isEqualTo(sold(orders));
        // What comes next is taken in as ever.
        place(orders, 5);
        node.settle();
        assertThat(units()).isEqualTo(sold(orders));
    }

    @Test
    void what_was_taken_in_meanwhile_is_not_parked_behind_nothing() {
        ParkedTable table = node.bean(ParkedTable.class);
        EventMessage<?> event = new GenericDomainEventMessage<>("order", "order-1", 1, "any");
        table.park(VIEW, 1, "order-1", WaitingEvents.of(event), ProjectionError.FOLD_FAILED);
        ParkedBatch batch = new ParkedBatch(
                VIEW,
                1,
                table,
                table.among(List.of(event), node.bean(ViewSql.class).live()).getOrDefault(VIEW, Set.of()));
        assertThat(batch.holds(event)).isTrue();
        batch.addBehind(event);
        table.delete(letters().items().get(0).id());
        assertThatThrownBy(batch::write).hasMessageContaining("have just been processed");
    }

    private void place(List<OrderCreated> orders, int more) {
        for (int n = 0; n < more; n++) {
            OrderCreated order = stories.placed();
            orders.add(order);
            node.store(List.of(order));
        }
    }

    private DeadLetters letters() {
        return node.ask(new ListDeadLetters(DeadLetterFilter.of(VIEW)), DeadLetters.class);
    }

    private Map<String, String> states() {
        return node.jdbc().sql("select id, state from sample_sold").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (String) row.get("state")));
    }

    private long units() {
        return node.bean(Samples.Tables.class).sold().find("order by id", List.of()).stream()
                .mapToLong(Sold::units)
                .sum();
    }

    private static long sold(List<OrderCreated> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToLong(line -> line.quantity())
                .sum();
    }
}
