package io.ordertrail.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Samples;
import io.ordertrail.query.Stories;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of any read model are held against their events, and each sort of damage to them is found and named. */
@ParameterizedClass
@EnumSource(Database.class)
class ProofIT {

    @Parameter
    Database database;

    private final Stories stories = new Stories(41);
    private List<String> arguments = List.of();
    private Node node;

    @BeforeEach
    void start() {
        arguments = database.fresh();
        node = Node.withSamples(arguments);
        for (int i = 0; i < 20; i++) {
            more();
        }
        node.settle();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whole_rows_are_clean_running_or_stopped_and_a_check_of_a_subject_is_run_too() {
        assertClean(node.verify());
        assertThat(check("sample-brief").checked()).isEqualTo(20);
        assertThat(check("sample-sold").checked()).isEqualTo(node.count("sample_sold"));
        assertThat(check("sample-notice").checked()).isEqualTo(20);
        assertThat(check("nothing is sold in negative numbers").checked()).isEqualTo(1);
        assertThat(check("every projection has processed every event").checked())
                .isEqualTo(node.projections().items().size());
        restart("ordertrail.processors.auto-start=false");
        assertClean(node.verify());
    }

    @Test
    void a_tampered_a_missing_and_a_surplus_row_are_found() {
        String tampered = key("sample_brief", "order_id", 0);
        execute("update sample_brief set number = 'x' where order_id = ?", tampered);
        assertFound("sample-brief", tampered + ": number is x, the fold of its events says");
        String missing = key("sample_brief", "order_id", 1);
        execute("delete from sample_brief where order_id = ?", missing);
        assertFound("sample-brief", missing + " has events but no row");
        String surplus = key("sample_notice", "id", 0);
        execute(
                "insert into sample_notice select 'order-ghost', open, version, state from sample_notice where id = ?",
                surplus);
        assertFound("sample-notice", "order-ghost has a row but no event");
        String sold = key("sample_sold", "id", 0);
        execute("update sample_sold set units = -1 where id = ?", sold);
        assertFound("sample-sold", sold + ": units is -1");
        assertThat(check("nothing is sold in negative numbers").examples()).containsExactly(sold);
        execute("update sample_sold set state = '{' where id = ?", key("sample_sold", "id", 1));
        assertFound("sample-sold", ": state is {");
        assertThat(check("sample-sold").breaches()).isEqualTo(2);
    }

    @Test
    void a_projection_that_is_behind_is_told_as_such_and_its_rows_are_not_called_wrong() {
        node.views().shutDown();
        more();
        assertThat(check("sample-sold").breaches()).isZero();
        assertThat(check("every projection has processed every event").examples())
                .anySatisfy(example -> assertThat(example).contains(" is at "));
    }

    @Test
    void rows_that_change_while_they_are_looked_at_are_not_called_wrong() throws InterruptedException {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                more();
            }
        });
        writer.start();
        do {
            Verification verification = node.verify();
            assertThat(verification.checks())
                    .filteredOn(check -> check.claim().contains("row of sample-"))
                    .hasSize(Samples.PROJECTIONS.size())
                    .allSatisfy(check -> assertThat(check.examples()).isEmpty());
        } while (writer.isAlive());
        writer.join();
        node.settle();
        assertClean(node.verify());
    }

    @Test
    void an_event_that_cannot_be_taken_in_is_named() {
        // While none reads on, for the store would hand out from memory what was stored as it was.
        restart("ordertrail.processors.auto-start=false");
        node.tell(new OrderNoteAdded("order-z", "c-1", "unreadable", NoteVisibility.INTERNAL, Stories.DAY));
        execute("update domain_event set payload = '{' where payload like ?", "%order-z%");
        restart();
        node.settle();
        assertThat(check("sample-notice").breaches()).isEqualTo(1);
        assertFound("sample-notice", "cannot be processed");
        assertThat(check("no event is parked").breaches()).isEqualTo(1);
    }

    private void restart(String... properties) {
        node.close();
        node = Node.withSamples(arguments, properties);
    }

    private void more() {
        var events = stories.next();
        node.store(events);
        node.tell(new OrderNoteAdded(events.get(0).orderId(), "c-1", "a word", NoteVisibility.INTERNAL, Stories.DAY));
    }

    private static void assertClean(Verification verification) {
        assertThat(verification.checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    private void assertFound(String projection, String words) {
        Check check = check(projection);
        assertThat(check.breaches()).isPositive();
        assertThat(check.examples()).anyMatch(example -> example.contains(words));
    }

    private String key(String table, String column, int index) {
        return node.jdbc()
                .sql("select " + column + " from " + table + " order by 1")
                .query(String.class)
                .list()
                .get(index);
    }

    private void execute(String sql, String value) {
        assertThat(node.jdbc().sql(sql).param(value).update()).isEqualTo(1);
    }

    private Check check(String claim) {
        return node.verify().checks().stream()
                .filter(check -> check.claim().contains(claim))
                .findFirst()
                .orElseThrow();
    }
}
