package io.ordertrail.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Samples;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.position.SharedViews;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Views that leave the shared event processor and come back, killed anywhere: every view gets every event once. The
 * rows of some count orders, so that an event which came twice would show.
 */
@ParameterizedClass
@EnumSource(Database.class)
class MovesIT {

    private static final String SOLD = "sample-sold";

    @Parameter
    Database database;

    private final Stories stories = new Stories(12);
    private List<String> arguments = List.of();
    private Node node;

    @BeforeEach
    void start() {
        arguments = database.fresh();
        node = Node.withSamples(arguments);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_view_that_is_rebuilt_while_orders_are_placed_misses_none_and_counts_none_twice()
            throws InterruptedException {
        place(50);
        for (String projection : List.of(SOLD, "figures", "order-list")) {
            Thread shop = new Thread(() -> place(150));
            shop.start();
            node.send(new StartRebuild(projection, "busy"), Rebuild.class);
            node.awaitRebuild(projection, "busy");
            shop.join();
        }
        node.awaitTogether();
        assertClean();
    }

    @Test
    void killed_when_it_had_come_back_and_the_others_were_behind_no_event_comes_twice() {
        place(20);
        node.settle();
        node.views().shutDown();
        putOut(SOLD);
        place(20);
        // Its own processor brings it on; then it is back, and the process is killed.
        node.processor(SOLD).start();
        await().until(() -> node.projection(SOLD).lag() == 0);
        node.processor(SOLD).shutDown();
        assertThat(node.projection("order-view").lag()).isPositive();
        comeBack(SOLD);
        assertThat(node.projection(SOLD).lag()).isZero();
        restart();
        place(20);
        assertClean();
        await().untilAsserted(() -> assertThat(ownTokens()).isEmpty());
    }

    @Test
    void killed_before_it_came_back_it_comes_back_at_the_next_start() {
        place(20);
        node.settle();
        node.views().shutDown();
        putOut(SOLD);
        restart();
        place(20);
        node.awaitTogether();
        assertClean();
    }

    @Test
    void a_view_that_is_new_is_made_from_the_first_event_and_told_as_a_rebuild() {
        place(20);
        node.settle();
        node.close();
        // A release that does not know it yet; it keeps the others.
        node = Node.start(arguments);
        execute("drop table sample_sold");
        execute("delete from view_generation where projection = 'sample-sold'");
        forget(SOLD);
        place(20);
        node.settle();
        restart();
        assertThat(node.projection(SOLD).rebuild()).isNotNull();
        node.awaitTogether();
        assertClean();
    }

    @Test
    void a_view_that_only_a_newer_release_knows_goes_on_where_it_was_when_that_is_back() {
        place(20);
        node.settle();
        node.close();
        node = Node.start(arguments);
        place(20);
        node.settle();
        assertThat(node.bean(SharedViews.class).names()).doesNotContainAnyElementsOf(Samples.PROJECTIONS);
        restart();
        node.awaitTogether();
        assertClean();
    }

    private void assertClean() {
        node.settle();
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
    }

    /** As a batch does in which the view fails. */
    private void putOut(String projection) {
        execute("delete from shared_view where projection = '" + projection + "'");
        execute("insert into token_entry (processor_name, segment, token, token_type) select '" + projection
                + "', 0, token, token_type" + " from token_entry where processor_name = 'views'");
    }

    private void comeBack(String projection) {
        execute("insert into shared_view values ('" + projection + "')");
    }

    private void forget(String projection) {
        execute("delete from shared_view where projection = '" + projection + "'");
        execute("delete from token_entry where processor_name = '" + projection + "'");
    }

    private void execute(String sql) {
        node.jdbc().sql(sql).update();
    }

    private List<String> ownTokens() {
        return node.jdbc()
                .sql(
                        "select processor_name from token_entry where processor_name <> 'views' and processor_name not like"
                                + " '%onfig%'")
                .query(String.class)
                .list();
    }

    private void restart() {
        node.close();
        node = Node.withSamples(arguments);
    }

    private void place(int orders) {
        for (int n = 0; n < orders; n++) {
            node.store(stories.next());
        }
    }
}
