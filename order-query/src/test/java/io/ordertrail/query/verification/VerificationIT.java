package io.ordertrail.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.Verification.Outcome;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each sort of damage to the read side is found, in the check in which it belongs, and named. All tests look at one
 * node: first those that need it whole, then each damages orders of its own.
 */
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerificationIT {

    @Parameter
    Database database;

    private final List<List<OrderEvent>> stored = new ArrayList<>();
    private final List<Damage> damaged = new ArrayList<>();
    private List<String> arguments = List.of();
    private Node node;

    private final Stories stories = new Stories(2);

    @BeforeParameterizedClassInvocation
    void start() {
        stored.clear();
        arguments = database.fresh();
        node = Node.start(arguments);
        for (int i = 0; i < 230; i++) {
            stored.add(stories.next());
            node.store(stored.get(i));
        }
        node.settle();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void a_whole_read_side_is_clean_and_the_counts_are_told() {
        Verification verification = node.verify();
        assertThat(verification.checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
        assertThat(verification.checks()).extracting(Check::id).contains("I3", "I4", "I6");
        long events = stored.stream().mapToLong(List::size).sum();
        assertThat(check("order-view equals").checked()).isEqualTo(230);
        assertThat(check("order-list equals").checked()).isEqualTo(230);
        assertThat(check("every event can be read").checked()).isEqualTo(events);
        assertThat(check("totals agree").claim()).contains("230 orders", "EUR goods", "JPY goods", "KWD goods");
    }

    @Test
    @Order(2)
    void it_looks_without_touching_where_processors_do_not_run() {
        node.close();
        node = Node.start(arguments, "ordertrail.processors.auto-start=false");
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
        assertThat(node.projections().items()).noneMatch(item -> item.running());
        node.close();
        node = Node.start(arguments);
    }

    @Test
    @Order(3)
    void a_projection_that_is_behind_is_told_as_such_and_its_rows_are_not_called_wrong() {
        node.views().shutDown();
        node.store(stories.next());
        Check head = check("every projection has processed");
        assertThat(head.outcome()).isEqualTo(Outcome.BEHIND);
        assertThat(head.behind()).isEqualTo(node.projections().items().size());
        assertThat(head.examples().get(0)).contains(" is at ");
        assertThat(check("order-list equals").breaches()).isZero();
        node.views().start();
        node.settle();
    }

    @Test
    void every_column_of_every_row_is_looked_at() {
        damage(
                "update order_list set payment_status = 'FAILED' where order_id = ?",
                "order-list equals",
                "payment_status");
        damage("update order_list set number_key = 'x' where order_id = ?", "order-list equals", "number_key");
        damage("update order_list set facts = '{}' where order_id = ?", "order-list equals", "facts");
        damage("update order_view set number = 'x' where order_id = ?", "order-view equals", "number");
        damage(
                "update order_view set state = replace(state, 'Hauptstr.', 'Nebenstr.') where order_id = ?",
                "order-view equals",
                "state");
        damage("update order_view set state = '{' where order_id = ?", "order-view equals", "state");
        damage(
                "update order_list_sku set sku = 'x' where order_id = ? and sku in (select max(sku) from"
                        + " order_list_sku s where s.order_id = order_list_sku.order_id)",
                "order-list equals",
                "order_list_sku");
        damage(
                "delete from order_list_word where order_id = ? and word in (select max(word) from"
                        + " order_list_word w where w.order_id = order_list_word.order_id)",
                "order-list equals",
                "order_list_word");
        damage("update order_list set words = words || ' x' where order_id = ?", "order-list equals", "words");
        damage(
                "insert into order_list_metadata (order_id, name, text) values (?, 'invented', 'x')",
                "order-list equals",
                "order_list_metadata");
        assertFound();
    }

    @Test
    @Order(4)
    void sums_that_no_longer_agree_are_told_per_currency() {
        spoil("update order_list set goods_total = goods_total + 1 where order_id = ?");
        assertThat(check("totals agree").breaches()).isEqualTo(1);
        assertThat(check("totals agree").examples().get(0)).startsWith("order-list adds up to");
    }

    @Test
    void a_missing_row_a_row_behind_and_a_row_too_many_are_found() {
        damage("delete from order_view where order_id = ?", "order-view equals", "has events but no row");
        damage("delete from order_list where order_id = ?", "order-list equals", "has events but no row");
        damage("delete from order_list where order_id = ?", "order-list equals", "has a row in order_list_sku");
        damage("update order_view set version = 99 where order_id = ?", "order-view equals", "version is 99");
        assertFound();
        spoil("update order_view set order_id = 'order-ghost' where order_id = ?");
        assertThat(check("order-view equals").examples())
                .anyMatch(example -> example.contains("order-ghost has a row"));
    }

    /** Damages another order each time, to be found by {@link #assertFound}. */
    private void damage(String sql, String claim, String words) {
        damaged.add(new Damage(spoil(sql), sql, claim, words));
    }

    private void assertFound() {
        Verification verification = node.verify();
        assertThat(damaged)
                .isNotEmpty()
                .allSatisfy(damage -> assertThat(
                                check(verification, damage.claim()).examples())
                        .as(damage.sql())
                        .anyMatch(example -> example.contains(damage.orderId()) && example.contains(damage.words())));
        damaged.clear();
    }

    /** Another order each time. */
    private String spoil(String sql) {
        String orderId = stored.remove(stored.size() - 1).get(0).orderId();
        assertThat(node.jdbc().sql(sql).param(orderId).update()).isPositive();
        return orderId;
    }

    private Check check(String claim) {
        return check(node.verify(), claim);
    }

    private static Check check(Verification verification, String claim) {
        return verification.checks().stream()
                .filter(check -> check.claim().contains(claim))
                .findFirst()
                .orElseThrow();
    }

    private record Damage(String orderId, String sql, String claim, String words) {}
}
