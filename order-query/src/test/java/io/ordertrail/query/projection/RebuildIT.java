package io.ordertrail.query.projection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.projection.ProjectionCommand.CancelRebuild;
import io.ordertrail.api.projection.ProjectionCommand.PauseRebuild;
import io.ordertrail.api.projection.ProjectionCommand.ResumeRebuild;
import io.ordertrail.api.projection.ProjectionCommand.RollBackRebuild;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.ProjectionQuery.GetRebuild;
import io.ordertrail.api.projection.ProjectionQuery.ListRebuilds;
import io.ordertrail.api.projection.ProjectionRefusal.NothingToRollBack;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildOver;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildRunning;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.RebuildComparison;
import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.api.projection.Rebuilds;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.axon.lifecycle.ReleasePreparation;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Samples;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.Filters;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.ViewScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows made anew beside those that are read: nobody notices, and nothing is lost, whatever happens meanwhile. */
@ParameterizedClass
@EnumSource(Database.class)
class RebuildIT {

    private static final String LIST = "order-list";
    private static final String BRIEF = "sample-brief";

    @Parameter
    Database database;

    private final Stories stories = new Stories(9);
    private List<String> arguments = List.of();
    private Node node;

    @BeforeEach
    void start() {
        arguments = database.fresh();
        node = Node.withSamples(arguments, "ordertrail.rebuild.workers=3");
    }

    @AfterEach
    void stop() {
        Samples.beforeBrief = () -> {};
        node.close();
    }

    @Test
    void every_view_is_rebuilt_with_equal_rows_while_orders_go_on_being_placed() throws InterruptedException {
        place(60);
        node.settle();
        List<String> views = new ArrayList<>(Node.PROJECTIONS);
        views.addAll(Samples.PROJECTIONS);
        Thread shop = new Thread(() -> place(300));
        shop.start();
        for (String view : views) {
            Rebuild asked = begin(view, "anew");
            assertThat(asked.askedBy()).isEqualTo("anna");
            node.awaitRebuild(view, "anew");
            Rebuild done = rebuild(view, "anew");
            assertThat(done.percent()).isEqualTo(100);
            assertThat(done.eventsDone()).isEqualTo(done.eventsTotal()).isPositive();
            assertThat(done.secondsLeft()).isZero();
            assertThat(done.finishedAt()).isNotNull();
            RebuildComparison found = Objects.requireNonNull(done.comparison());
            assertThat(found.differences()).as(view).isEmpty();
            assertThat(found.checksumAfter()).isEqualTo(found.checksumBefore());
            assertThat(found.rowsAfter()).isEqualTo(found.rowsBefore()).isNotNegative();
        }
        shop.join();
        assertClean();
        ViewScript list = ViewScript.of(LIST);
        assertThat(list.tables())
                .allSatisfy(table -> assertThat(indexes(table + "_g2")).isEqualTo(indexes(table)));
        assertThat(indexes("order_list")).isEqualTo(16);
        assertThat(node.count("order_view")).isEqualTo(360);
    }

    @Test
    void finding_an_event_that_was_committed_late_is_among_the_new_rows() throws InterruptedException {
        place(5);
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        TransactionTemplate transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
        List<OrderEvent> story = stories.next();
        Thread late = new Thread(() -> transaction.executeWithoutResult(status -> {
            node.store(story);
            stored.countDown();
            await().atMost(Duration.ofSeconds(30)).until(() -> commit.getCount() == 0);
        }));
        late.start();
        stored.await();
        place(5);
        await().until(() -> node.count("order_list") == 10);
        begin(LIST, "gap");
        node.awaitRebuild(LIST, "gap");
        assertThat(node.count("order_list")).isEqualTo(10);
        commit.countDown();
        late.join();
        await().untilAsserted(() -> assertThat(node.count("order_list")).isEqualTo(11));
        begin(LIST, "filled");
        node.awaitRebuild(LIST, "filled");
        assertThat(node.count("order_list")).isEqualTo(11);
        assertClean();
    }

    /** A release before has stored one event where there are two now; nothing is stored after it. */
    @Test
    void finding_both_events_of_one_position_are_among_the_new_rows() {
        String id = "return-1";
        ReturnLine line = new ReturnLine("1", "TEE-M", 1, Money.parse("EUR 10.00"), "DAMAGED");
        node.store("return", id, 0, new ReturnRequested(id, "order-1", List.of(line), null, Instant.now()));
        node.jdbc()
                .sql("insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, recorded_at,"
                        + " payload_type, payload_revision, payload, metadata) select 'earlier', aggregate_id, 1,"
                        + " aggregate_type, recorded_at, 'return.ReturnInspected', '1', ?, metadata from domain_event")
                .param("""
                        {"returnId":"return-1","orderId":"order-1","skus":["TEE-M"],
                         "verdicts":[{"lineId":"1","quantity":1,"disposition":"RESTOCK","note":null}],
                         "refund":{"amount":"10.00","currency":"EUR"},"shipping":null,"deduction":null,
                         "deductionReason":null,"at":"2026-11-22T08:14:03Z"}""")
                .update();
        node.settle();
        begin("return-view", "both");
        node.awaitRebuild("return-view", "both");
        RebuildComparison found =
                Objects.requireNonNull(rebuild("return-view", "both").comparison());
        assertThat(found.rowsAfter()).isEqualTo(1);
        assertThat(found.differences()).isEmpty();
        assertThat(node.sql("select state from return_view").query(String.class).single())
                .contains("10.00");
    }

    @Test
    void a_wrong_row_is_told_and_gone_and_comes_back_when_the_rebuild_is_taken_back() {
        place(10);
        node.settle();
        List<String> right = node.rows();
        node.jdbc()
                .sql("update order_list set payment_status = 'PAID', grand_total = 0 where order_id ="
                        + " (select min(order_id) from order_list)")
                .update();
        List<String> wrong = node.rows();
        begin(LIST, "r-1");
        node.awaitRebuild(LIST, "r-1");
        node.requireRows(right);
        RebuildComparison found = Objects.requireNonNull(rebuild(LIST, "r-1").comparison());
        assertThat(found.differentRows()).isEqualTo(1);
        assertThat(found.differences()).singleElement().asString().contains("differs in grand_total");
        assertThat(found.checksumAfter()).isNotEqualTo(found.checksumBefore());

        place(3);
        Rebuild back = node.send(new RollBackRebuild(LIST, "r-1", "r-2"), Rebuild.class);
        assertThat(back.takesBack()).isEqualTo("r-1");
        node.awaitRebuild(LIST, "r-2");
        node.settle();
        assertThat(node.count("order_list")).isEqualTo(13);
        assertThat(node.rows()).containsAll(wrong);
        // And once more, which is right again.
        node.send(new RollBackRebuild(LIST, "r-2", "r-3"), Rebuild.class);
        node.awaitRebuild(LIST, "r-3");
        assertThat(node.rows()).containsAll(right);
        assertClean();
        assertThat(node.ask(new ListRebuilds(LIST), Rebuilds.class).items())
                .extracting(Rebuild::id)
                .containsExactly("r-3", "r-2", "r-1");
        assertRefused(
                new NothingToRollBack("r-1"), () -> node.send(new RollBackRebuild(LIST, "r-1", "r-4"), Rebuild.class));
    }

    @Test
    void it_pauses_goes_on_and_is_given_up_when_somebody_wants_so() {
        place(10);
        node.settle();
        node.views().shutDown();
        // Nobody keeps the views, so it does not begin.
        begin(LIST, "r-0");
        assertThat(node.send(new PauseRebuild(LIST, "r-0"), Rebuild.class).status())
                .isEqualTo(RebuildStatus.PAUSED);
        assertRefused(new RebuildRunning(LIST, "r-0"), () -> begin(LIST, "r-1"));
        assertThat(begin(LIST, "r-0").status()).isEqualTo(RebuildStatus.PAUSED);
        assertThat(node.projection(LIST).rebuild()).isNotNull();
        node.views().start();
        begin("order-view", "beside");
        node.awaitRebuild("order-view", "beside");
        assertThat(rebuild(LIST, "r-0").status()).isEqualTo(RebuildStatus.PAUSED);
        node.send(new ResumeRebuild(LIST, "r-0"), Rebuild.class);
        node.awaitRebuild(LIST, "r-0");
        assertRefused(
                new RebuildOver("r-0", RebuildStatus.DONE),
                () -> node.send(new PauseRebuild(LIST, "r-0"), Rebuild.class));

        node.views().shutDown();
        begin(LIST, "r-2");
        node.send(new CancelRebuild(LIST, "r-2"), Rebuild.class);
        node.views().start();
        await().until(() -> rebuild(LIST, "r-2").status() == RebuildStatus.CANCELLED);
        assertThat(node.projection(LIST).rebuild()).isNull();
        assertClean();
    }

    @Test
    void it_pauses_and_is_given_up_while_it_makes_rows_and_what_is_made_is_not_made_again() throws Exception {
        place(150);
        node.settle();
        stopIn(BRIEF, "r-1", new PauseRebuild(BRIEF, "r-1"));
        await().until(() -> rebuild(BRIEF, "r-1").eventsDone() > 0);
        long done = rebuild(BRIEF, "r-1").eventsDone();
        assertThat(done).isLessThan(rebuild(BRIEF, "r-1").eventsTotal());
        // Others are not held up, and this one stands still meanwhile.
        begin("sample-notice", "beside");
        node.awaitRebuild("sample-notice", "beside");
        assertThat(rebuild(BRIEF, "r-1").status()).isEqualTo(RebuildStatus.PAUSED);
        assertThat(rebuild(BRIEF, "r-1").eventsDone()).isEqualTo(done);
        AtomicInteger folds = new AtomicInteger();
        Samples.beforeBrief = folds::incrementAndGet;
        node.send(new ResumeRebuild(BRIEF, "r-1"), Rebuild.class);
        node.awaitRebuild(BRIEF, "r-1");
        assertThat((long) folds.get()).isLessThanOrEqualTo(rebuild(BRIEF, "r-1").eventsTotal() - done);

        stopIn(BRIEF, "r-2", new CancelRebuild(BRIEF, "r-2"));
        await().until(() -> rebuild(BRIEF, "r-2").status() == RebuildStatus.CANCELLED);
        assertThat(node.bean(Generations.class).of(BRIEF))
                .extracting(Generation::state)
                .containsExactly(GenerationState.LIVE);
        assertClean();
    }

    /** Sends {@code command} while the first rows are being made. */
    private void stopIn(String view, String id, Object command) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Samples.beforeBrief = () -> {
            begun.countDown();
            await().atMost(Duration.ofSeconds(30)).until(() -> goOn.getCount() == 0);
        };
        begin(view, id);
        begun.await();
        node.send(command, Rebuild.class);
        Samples.beforeBrief = () -> {};
        goOn.countDown();
    }

    @Test
    void nothing_is_written_but_rows_and_what_is_known_of_them() {
        place(20);
        node.settle();
        node.awaitTogether();
        Map<String, Long> before = otherTables();
        assertThat(before).containsKeys("domain_event", "process_step", "dead_letter");
        List<String> views = new ArrayList<>(Node.PROJECTIONS);
        views.addAll(Samples.PROJECTIONS);
        for (String view : views) {
            begin(view, "quiet");
            node.awaitRebuild(view, "quiet");
        }
        node.settle();
        assertThat(otherTables()).isEqualTo(before);
    }

    /** How many rows each table has that is none of a view, nor says how far one is. */
    private Map<String, Long> otherTables() {
        Set<String> ofViews = node.jdbc().sql("select tables from view_generation").query(String.class).list().stream()
                .flatMap(tables -> List.of(tables.split(",")).stream())
                .collect(toSet());
        return node
                .jdbc()
                .sql("select lower(table_name) from information_schema.tables where table_type like '%TABLE'"
                        + " and lower(table_schema) = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !ofViews.contains(table)
                        && !Set.of("rebuild", "view_generation", "token_entry").contains(table))
                .collect(toMap(
                        table -> table,
                        table -> node.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    @Test
    void old_rows_are_dropped_when_their_time_is_over() {
        node.close();
        node = Node.withSamples(arguments, "ordertrail.rebuild.keep=1ms");
        place(3);
        node.settle();
        begin(LIST, "r");
        node.awaitRebuild(LIST, "r");
        await().untilAsserted(() -> assertThat(node.bean(Generations.class).of(LIST))
                .extracting(Generation::number)
                .containsExactly(2));
        assertRefused(
                new NothingToRollBack("r"), () -> node.send(new RollBackRebuild(LIST, "r", "back"), Rebuild.class));
        assertClean();
    }

    @Test
    void a_view_that_there_is_none_of_yet_is_prepared_beside_the_release_at_work() {
        node.close();
        arguments = database.fresh();
        node = Node.start(arguments);
        place(20);
        node.settle();
        if (database == Database.H2) {
            node.close();
        }
        List<String> told = new ArrayList<>();
        try (Node next = Node.withSamples(arguments, "ordertrail.processors.auto-start=false")) {
            next.bean(ReleasePreparation.class).prepare(told::add);
            assertThat(told).contains("sample-brief: prepared", "order-list: nothing to do");
            assertThat(next.jdbc()
                            .sql("select count(*) from sample_brief")
                            .query(Long.class)
                            .single())
                    .isEqualTo(20);
        }
        if (database == Database.H2) {
            node = Node.start(arguments);
        }
        place(5);
        AtomicInteger folds = new AtomicInteger();
        Samples.beforeBrief = folds::incrementAndGet;
        restart();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.projection(BRIEF).rebuild() == null);
        node.settle();
        assertThat(node.count("sample_brief")).isEqualTo(25);
        assertThat(folds).as("those after it was prepared").hasValueBetween(1, 200);
        assertClean();
    }

    @Test
    void killed_while_its_tables_are_made_or_filled_it_goes_on() {
        place(40);
        node.settle();
        List<String> before = node.rows();
        node.close();
        node = Node.withSamples(arguments, "ordertrail.processors.auto-start=false");
        // As a process leaves it that was killed between two tables.
        node.jdbc()
                .sql("insert into view_generation (projection, generation, state, made_by, tables, since)"
                        + " select projection, 2, 'NEW', made_by, 'order_list_g2,order_list_word_g2', since"
                        + " from view_generation where projection = 'order-list'")
                .update();
        node.jdbc().sql("create table order_list_word_g2 (word bytea)").update();
        ask(LIST);
        // And one that was killed when it had begun to fill.
        half("order-view", null);
        restart();
        node.awaitRebuild(LIST, "killed");
        node.awaitRebuild("order-view", "killed");
        node.requireRows(before);
        assertClean();
    }

    @Test
    void a_release_that_makes_other_rows_rebuilds_them_at_its_start_and_answers_nothing_before() {
        place(20);
        node.settle();
        List<String> before = node.rows();
        node.jdbc()
                .sql("update view_generation set made_by = 'another release' where projection = 'order-list'")
                .update();
        assertRefused(new ViewIncomplete(LIST), this::list);
        place(5);
        // Views that it can write go on.
        await().until(() -> node.count("order_view") == 25);
        restart();
        await().atMost(Duration.ofSeconds(30)).until(() -> node.projection(LIST).rebuild() == null);
        assertThat(list().items()).hasSize(25);
        assertThat(node.rows()).containsAll(before);
        assertClean();
        String id =
                node.ask(new ListRebuilds(LIST), Rebuilds.class).items().get(0).id();
        assertThat(rebuild(LIST, id).askedBy()).isEqualTo("ordertrail");
        assertRefused(new NothingToRollBack(id), () -> node.send(new RollBackRebuild(LIST, id, "back"), Rebuild.class));
    }

    /** Its rows would be of two shapes, and nobody would read them. */
    @Test
    void finding_what_another_release_has_begun_is_begun_anew() {
        place(20);
        node.settle();
        List<String> before = node.rows();
        node.close();
        node = Node.withSamples(arguments, "ordertrail.processors.auto-start=false");
        half("order-view", null);
        node.jdbc()
                .sql("update view_generation set made_by = 'another release' where projection = 'order-view'"
                        + " and generation = 2")
                .update();
        restart();
        node.awaitRebuild("order-view", "killed");
        Generation live = node.bean(Generations.class)
                .of("order-view", GenerationState.LIVE)
                .orElseThrow();
        assertThat(live.isOwn()).isTrue();
        node.requireRows(before);
        assertClean();
    }

    @Test
    void rows_that_were_prepared_for_a_release_are_read_when_it_starts() {
        place(20);
        node.settle();
        List<String> before = node.rows();
        // At work is a release that makes other rows of this view.
        node.jdbc()
                .sql("update view_generation set made_by = 'another release' where projection = 'order-list'")
                .update();
        // What an earlier state of this one has left, which was further than its rows.
        node.jdbc()
                .sql("insert into view_generation (projection, generation, state, made_by, tables, since)"
                        + " values ('order-list', 2, 'PREPARING', 'an earlier state', 'order_list_g2', now())")
                .update();
        for (int segment = 0; segment < 5; segment++) {
            node.jdbc()
                    .sql(
                            "insert into token_entry (processor_name, segment, token, token_type)"
                                    + " select 'order-list#2', ?, token, token_type from token_entry where processor_name = 'views'")
                    .param(segment)
                    .update();
        }
        List<String> told = new ArrayList<>();
        node.bean(ReleasePreparation.class).prepare(told::add);
        assertThat(told).contains("order-list: prepared", "order-view: nothing to do");
        place(5);
        restart();
        await().atMost(Duration.ofSeconds(30)).until(() -> node.projection(LIST).rebuild() == null);
        Generations generations = node.bean(Generations.class);
        assertThat(generations.of(LIST, GenerationState.LIVE).orElseThrow().number())
                .as("the one that was prepared")
                .isEqualTo(2);
        node.settle();
        assertThat(list().items()).hasSize(25);
        assertThat(node.rows()).containsAll(before);
        assertClean();
    }

    @Test
    void old_rows_are_not_kept_when_somebody_is_forgotten_nor_those_of_a_rebuild_that_pauses() {
        place(3);
        List<OrderEvent> story = stories.next();
        node.store(story);
        node.settle();
        begin(LIST, "r");
        node.awaitRebuild(LIST, "r");
        Generations generations = node.bean(Generations.class);
        assertThat(generations.of(LIST, GenerationState.KEPT)).isPresent();
        half("order-view", "PAUSE");
        String order = story.get(0).orderId();
        node.store(story.size(), List.of(new OrderDataErased(order, Instant.now())));
        await().untilAsserted(() -> assertThat(generations.of(LIST)).hasSize(1));
        assertThatThrownBy(() -> node.jdbc()
                        .sql("select count(*) from order_list")
                        .query(Long.class)
                        .single())
                .hasMessageContaining("order_list");
        assertRefused(
                new NothingToRollBack("r"), () -> node.send(new RollBackRebuild(LIST, "r", "back"), Rebuild.class));
        await().until(() -> rebuild("order-view", "killed").status() == RebuildStatus.CANCELLED);
        assertThat(generations.of("order-view")).hasSize(1);
        assertClean();
    }

    @Test
    void a_node_that_does_not_keep_the_views_takes_the_wish_and_sees_the_switch() {
        Assumptions.assumeTrue(database == Database.POSTGRES, "two processes");
        place(30);
        node.settle();
        try (Node other = Node.withSamples(arguments)) {
            assertThat(other.views().processingStatus()).isEmpty();
            other.send(new StartRebuild(LIST, "elsewhere"), Rebuild.class);
            other.awaitRebuild(LIST, "elsewhere");
            assertThat(node.views().processingStatus()).isNotEmpty();
            place(5);
            node.settle();
            assertThat(other.count("order_list")).isEqualTo(35);
        }
    }

    @Test
    void what_is_not_there_is_not_found_and_an_empty_view_is_rebuilt_at_once() {
        assertRefused(new ProjectionNotFound("nothing"), () -> begin("nothing", "r"));
        assertRefused(new RebuildNotFound("r"), () -> rebuild(LIST, "r"));
        assertRefused(new RebuildNotFound("r"), () -> node.send(new PauseRebuild(LIST, "r"), Rebuild.class));
        begin(LIST, "r");
        node.awaitRebuild(LIST, "r");
        assertThat(rebuild(LIST, "r").percent()).isEqualTo(100);
    }

    @Test
    void a_processor_stopped_in_the_moment_in_which_it_starts_works_when_started_again() {
        var processor = node.views();
        for (int round = 0; round < 100; round++) {
            processor.shutDown();
            processor.start();
        }
        place(1);
        node.settle();
        assertThat(node.count("order_view")).isEqualTo(1);
    }

    /** Its tables are made, and no event was processed. */
    private void half(String projection, @Nullable String wish) {
        Generations generations = node.bean(Generations.class);
        generations.add(projection, 2);
        Generation second = generations.find(projection, 2).orElseThrow();
        generations.createTables(second);
        generations.put(second, GenerationState.FILLING);
        node.jdbc()
                .sql("insert into token_entry (processor_name, segment) values (?, 0), (?, 1)")
                .params(second.processor(), second.processor())
                .update();
        node.jdbc()
                .sql(
                        "insert into rebuild (projection, rebuild_id, unfinished, state, asked_by, asked_at, wish, generation,"
                                + " replaces) values (?, 'killed', ?, 'FILLING', 'anna', now(), ?, 2, 1)")
                .param(projection)
                .param(projection)
                .param(wish)
                .update();
    }

    private void ask(String projection) {
        node.jdbc()
                .sql("insert into rebuild (projection, rebuild_id, unfinished, state, asked_by, asked_at)"
                        + " values (?, 'killed', ?, 'ASKED', 'anna', now())")
                .params(projection, projection)
                .update();
    }

    private Rebuild begin(String projection, String id) {
        return node.send(new StartRebuild(projection, id), Rebuild.class);
    }

    private Rebuild rebuild(String projection, String id) {
        return node.ask(new GetRebuild(projection, id), Rebuild.class);
    }

    private OrderPage list() {
        return node.ask(
                new ListOrders(new Filters().filter(), new Sort(Sort.Key.CREATED_AT, true), 100, null),
                OrderPage.class);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
    }

    /** Those of the key, too. */
    private int indexes(String table) {
        return Objects.requireNonNull(node.bean(JdbcTemplate.class).execute((Connection connection) -> {
            Set<String> names = new HashSet<>();
            try (ResultSet index = connection.getMetaData().getIndexInfo(null, null, table, false, true)) {
                while (index.next()) {
                    names.add(index.getString("INDEX_NAME"));
                }
            }
            return names.size();
        }));
    }

    private void assertClean() {
        node.settle();
        assertThat(node.verify().checks())
                .allSatisfy(check ->
                        assertThat(check.breaches()).as(check.toString()).isZero());
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
