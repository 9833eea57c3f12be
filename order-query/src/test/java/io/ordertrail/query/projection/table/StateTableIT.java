package io.ordertrail.query.projection.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Samples;
import io.ordertrail.query.Samples.Brief;
import io.ordertrail.query.Samples.Notice;
import io.ordertrail.query.Samples.Sold;
import io.ordertrail.query.Stories;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;

/** Rows that are kept as their state: of one stream, of many, and of events that are of none. */
@ParameterizedClass
@EnumSource(Database.class)
class StateTableIT {

    private static final SortOrder<Sold> BY_UNITS =
            new SortOrder<>("sold", "units", SortOrder.Kind.NUMBER, Sold::units, "id", Sold::id, true);

    @Parameter
    Database database;

    private final Stories stories = new Stories(31);
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
    void a_row_of_one_stream_holds_the_fold_of_it_and_its_columns_find_it() {
        List<OrderEvent> events = longStory();
        node.store(events);
        node.settle();
        OrderCreated order = (OrderCreated) events.get(0);
        Brief brief = briefs().byId(order.orderId()).orElseThrow();
        assertThat(brief.version()).isEqualTo(events.size() - 1);
        assertThat(brief.met().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(events.size());
        assertThat(briefs().version(order.orderId())).isEqualTo(events.size() - 1);
        assertThat(briefs().find("where number = ?", List.of(order.number()))).containsExactly(brief);
        assertThat(briefs().byId("order-none")).isEmpty();
        assertThat(briefs().version("order-none")).isEqualTo(-1);
    }

    @Test
    void one_event_changes_several_rows_and_many_streams_meet_in_one() {
        Map<String, Long> units = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            OrderCreated order = stories.placed();
            for (OrderLine line : order.lines()) {
                units.merge(order.currency().getCode() + '/' + line.sku(), (long) line.quantity(), Long::sum);
            }
            node.store(List.of(order));
        }
        node.settle();
        assertThat(units).hasSizeLessThan(60);
        assertThat(node.count("sample_sold")).isEqualTo(units.size());
        units.forEach((key, sum) ->
                assertThat(sold().byId(key).orElseThrow().units()).as(key).isEqualTo(sum));
    }

    @Test
    void events_of_no_aggregate_are_taken_in_and_are_nothing_to_others() {
        node.tell(note("order-a", "first"));
        node.tell(note("order-b", "other"));
        node.tell(note("order-a", "second"));
        node.settle();
        assertThat(notices().byId("order-a")).contains(new Notice("order-a", "first", false, 1));
        assertThat(notices().find("where open = ?", List.of(true)))
                .containsExactly(new Notice("order-b", "other", true, 0));
        assertThat(node.projections().items()).allMatch(item -> item.deadLetters() == 0);
        assertThat(node.count("sample_brief")).isZero();
    }

    @Test
    void an_event_whose_keys_cannot_be_read_is_parked_and_the_rest_of_its_batch_goes_on() {
        List<OrderCreated> orders = List.of(stories.placed(), stories.placed(), stories.placed());
        // While none reads on, for the store would hand out from memory what was stored as it was.
        restart("ordertrail.processors.auto-start=false");
        orders.forEach(order -> node.store(List.of(order)));
        node.tell(note("order-a", "unreadable"));
        node.tell(note("order-b", "readable"));
        assertThat(node.jdbc()
                        .sql("update domain_event set payload = '{' where aggregate_id = ?"
                                + " or aggregate_type is null and payload like '%order-a%'")
                        .param(orders.get(1).orderId())
                        .update())
                .isEqualTo(2);
        restart();
        node.settle();
        assertThat(Samples.PROJECTIONS).allMatch(name -> node.projection(name).deadLetters() == 1);
        assertThat(node.count("sample_brief")).isEqualTo(2);
        assertThat(notices().byId("order-b")).isPresent();
        assertThat(node.jdbc()
                        .sql("select sum(version + 1) from sample_sold where sku = ?")
                        .param(orders.get(2).lines().get(0).sku())
                        .query(Long.class)
                        .single())
                .isPositive();
        // What comes next of an event of no aggregate is not parked behind it.
        node.tell(note("order-b", "again"));
        node.settle();
        assertThat(notices().byId("order-b").orElseThrow().open()).isFalse();
    }

    @Test
    void a_row_that_another_process_has_written_is_not_overwritten() {
        OrderCreated order = stories.placed();
        node.store(List.of(order));
        node.settle();
        Brief row = briefs().byId(order.orderId()).orElseThrow();
        assertThatThrownBy(() -> briefs().update(List.of(row))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void a_rebuild_gives_the_same_rows() {
        for (int i = 0; i < 20; i++) {
            node.store(stories.next());
            node.tell(note("order-" + i % 7, "word " + i));
        }
        node.settle();
        List<?> before = rows();
        for (String projection : Samples.PROJECTIONS) {
            node.send(new StartRebuild(projection, "again"), Rebuild.class);
            node.awaitRebuild(projection, "again");
        }
        node.settle();
        assertThat(rows()).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(30);
    }

    @Test
    void pages_go_through_all_rows_and_back() {
        for (int i = 0; i < 30; i++) {
            node.store(List.of(stories.placed()));
        }
        node.settle();
        List<Sold> all = sold().find("order by units desc, id desc", List.of());
        List<Sold> met = new ArrayList<>();
        Page<Sold> page = page(null);
        met.addAll(page.rows());
        assertThat(page.previous()).isNull();
        while (page.next() != null) {
            page = page(page.next());
            met.addAll(page.rows());
        }
        assertThat(met).isEqualTo(all).hasSizeGreaterThan(9);
        Page<Sold> back = page(page.previous());
        int end = all.size() - page.rows().size();
        assertThat(back.rows()).isEqualTo(all.subList(end - 4, end));
        String ofAnother = page.previous();
        assertThatThrownBy(() -> PageReader.page(
                        briefs()::findEach,
                        new Conditions(),
                        new SortOrder<>(
                                "briefs",
                                "number",
                                SortOrder.Kind.TEXT,
                                Brief::number,
                                "order_id",
                                Brief::orderId,
                                false),
                        ofAnother,
                        10))
                .isInstanceOf(Refused.class);
    }

    private void restart(String... properties) {
        node.close();
        node = Node.withSamples(arguments, properties);
    }

    private Page<Sold> page(@Nullable String after) {
        return PageReader.page(sold()::findEach, new Conditions().and("units > ?", 0), BY_UNITS, after, 4);
    }

    /** An order that has more than its first event. */
    private List<OrderEvent> longStory() {
        List<OrderEvent> events = stories.next();
        return events.size() > 2 ? events : longStory();
    }

    private List<?> rows() {
        List<Object> rows = new ArrayList<>(briefs().find("order by order_id", List.of()));
        rows.addAll(sold().find("order by id", List.of()));
        rows.addAll(notices().find("order by id", List.of()));
        return rows;
    }

    private static OrderNoteAdded note(String orderId, String text) {
        return new OrderNoteAdded(orderId, "c-1", text, NoteVisibility.INTERNAL, Stories.DAY);
    }

    private StateTable<Brief> briefs() {
        return node.bean(Samples.Tables.class).briefs();
    }

    private StateTable<Sold> sold() {
        return node.bean(Samples.Tables.class).sold();
    }

    private StateTable<Notice> notices() {
        return node.bean(Samples.Tables.class).notices();
    }
}
