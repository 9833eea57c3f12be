package io.ordertrail.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.feed.ChangePage;
import io.ordertrail.api.feed.EventPage;
import io.ordertrail.api.feed.EventPage.PublicEvent;
import io.ordertrail.api.feed.FeedQuery.AwaitEvent;
import io.ordertrail.api.feed.FeedQuery.ListEvents;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import io.ordertrail.query.order.list.OrderRows;
import io.ordertrail.query.projection.position.ProgressSignal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Readers of a store in which transactions are committed in another order than they took their positions. */
class FeedIT {

    private static final int WRITERS = 6;
    private static final int EACH = 15;

    private final Stories stories = new Stories(11);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OrderCreated last = placed();
    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(Database.POSTGRES.fresh());
    }

    @AfterEach
    void stop() {
        threads.shutdown();
        node.close();
    }

    @Test
    void each_event_is_told_once_in_whatever_order_they_are_committed_and_wherever_a_reader_goes_on() throws Exception {
        String first = bug_what_is_stored_is_told_though_nobody_has_asked_before();
        many(late_by_one(first));
    }

    /** The tail, which has just begun, had nothing yet. */
    private String bug_what_is_stored_is_told_though_nobody_has_asked_before() {
        node.store(List.of(placed()));
        EventPage page = node.ask(new ListEvents(new Span(Span.START, 10, 0)), EventPage.class);
        assertThat(page.items()).hasSize(1);
        return page.after();
    }

    /** Step by step: one is committed late, one never. */
    private String late_by_one(String start) throws Exception {
        OrderCreated late = placed();
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> writer = threads.submit(() -> store(late, stored, commit));
        stored.await();
        OrderCreated second = placed();
        node.store(List.of(second));
        rolledBack(placed());
        OrderCreated fourth = placed();
        node.store(List.of(fourth));

        List<PublicEvent> before = read(start, 2, 100);
        assertThat(before).extracting(PublicEvent::subject).containsExactly(second.orderId(), fourth.orderId());
        assertThat(before).extracting(PublicEvent::position).containsExactly("3~1", "5~1.2");
        var waiting = later("5~1.2");
        assertThat(waiting.isDone()).isFalse();
        commit.countDown();
        writer.get();

        EventPage arrived = waiting.get();
        assertThat(arrived.items()).extracting(PublicEvent::subject).containsExactly(late.orderId());
        assertThat(arrived.after()).isEqualTo("5~1");
        String both = before.get(0).position();
        assertThat(read(both, 2, 100))
                .extracting(PublicEvent::subject)
                .containsExactly(fourth.orderId(), late.orderId());
        assertThat(read(arrived.after(), 0, 100)).isEmpty();
        assertThat(read(start, 3, 100)).hasSize(3);
        // As for one who is far behind: from the store, and not from memory.
        EventReader reader = reader();
        assertThat(subjects(reader.read(Place.read(start), event -> true, 100)))
                .containsExactlyInAnyOrder(late.orderId(), second.orderId(), fourth.orderId());
        assertThat(subjects(reader.read(Place.read("5~1.2"), event -> true, 100)))
                .containsExactly(late.orderId());
        assertThatThrownBy(() -> node.ask(new ListEvents(new Span("99", 1, 0)), EventPage.class))
                .isInstanceOf(Refused.class);
        return arrived.after();
    }

    @Test
    void bug_an_event_that_was_committed_late_is_told_to_who_reads_when_those_after_it_are_old() throws Exception {
        String first = bug_what_is_stored_is_told_though_nobody_has_asked_before();
        OrderCreated late = placed();
        OrderCreated second = placed();
        GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), Teller.LATE.multipliedBy(-2));
        try {
            CountDownLatch stored = new CountDownLatch(1);
            CountDownLatch commit = new CountDownLatch(1);
            Future<?> writer = threads.submit(() -> store(late, stored, commit));
            stored.await();
            node.store(List.of(second));
            commit.countDown();
            writer.get();
        } finally {
            GenericEventMessage.clock = Clock.systemUTC();
        }
        // The event store remembers what follows, in the order of the commits.
        assertThat(subjects(reader().read(Place.read(first), event -> true, 100)))
                .containsExactly(late.orderId(), second.orderId());
        assertThat(read(first, 0, 100))
                .extracting(PublicEvent::subject)
                .containsExactly(late.orderId(), second.orderId());
    }

    @Test
    void who_waits_is_told_of_a_rebuild_though_nothing_is_stored() throws Exception {
        node.store(List.of(placed()));
        node.settle();
        String after =
                node.ask(new AwaitEvent(new Span(null, 1, 0)), ChangePage.class).after();
        var waiting =
                node.bean(Dispatch.class).askLater(new AwaitEvent(new Span(after, 1, 30)), Node.ANNA, ChangePage.class);
        node.send(new StartRebuild("order-list", "rebuild-1"), Rebuild.class);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(new ChangePage(List.of(), after, false));
        node.awaitRebuild("order-list", "rebuild-1");
    }

    /** Nobody told it while no view was rebuilt, and each that had waited took some memory for ever. */
    @Test
    void bug_who_no_longer_waited_was_kept_until_a_view_was_rebuilt() throws Exception {
        node.store(List.of(placed()));
        node.settle();
        ProgressSignal progress = node.bean(ProgressSignal.class);
        String after =
                node.ask(new AwaitEvent(new Span(null, 1, 0)), ChangePage.class).after();
        var waiting =
                node.bean(Dispatch.class).askLater(new AwaitEvent(new Span(after, 1, 30)), Node.ANNA, ChangePage.class);
        await().until(() -> progress.waiting() == 1);
        node.store(List.of(placed()));
        waiting.get(10, TimeUnit.SECONDS);
        node.ask(new AwaitEvent(new Span(after, 1, 0)), ChangePage.class);
        await().until(() -> progress.waiting() == 0);
    }

    private void many(String start) throws Exception {
        Set<String> committed = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> writers = IntStream.range(0, WRITERS)
                .<Callable<Void>>mapToObj(n -> () -> write(new Random(n), committed))
                .toList();
        List<Future<List<String>>> readers = IntStream.range(0, 4)
                .mapToObj(n -> threads.submit(() -> follow(start, new Random(100 + n), 1 + 3 * n, committed)))
                .toList();
        for (Future<Void> done : threads.invokeAll(writers)) {
            done.get();
        }
        node.store(List.of(last));
        for (Future<List<String>> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(committed);
        }
        Found all = reader().read(Place.read(start), event -> true, 500);
        assertThat(subjects(all)).hasSize(committed.size() + 1);
    }

    private OrderCreated placed() {
        synchronized (stories) {
            return stories.placed();
        }
    }

    private Void write(Random random, Set<String> committed) {
        for (int n = 0; n < EACH; n++) {
            OrderCreated order = placed();
            if (random.nextInt(5) == 0) {
                rolledBack(order);
            } else {
                CountDownLatch none = new CountDownLatch(0);
                store(order, none, none);
                committed.add(order.orderId());
            }
        }
        return null;
    }

    /** Reads until the last event came, and at times asks once more for what it has forgotten. */
    private List<String> follow(String start, Random random, int limit, Set<String> committed) throws Exception {
        List<String> seen = new ArrayList<>();
        String after = start;
        boolean ended = false;
        while (!ended || seen.size() < committed.size()) {
            EventPage page = node.bean(Dispatch.class)
                    .askLater(new ListEvents(new Span(after, limit, 2)), Node.ANNA, EventPage.class)
                    .get(20, TimeUnit.SECONDS);
            int known =
                    page.items().isEmpty() ? 0 : 1 + random.nextInt(page.items().size());
            for (PublicEvent event : page.items().subList(0, known)) {
                ended |= event.subject().equals(last.orderId());
                if (!event.subject().equals(last.orderId())) {
                    seen.add(event.subject());
                }
            }
            after = known < page.items().size() ? page.items().get(known - 1).position() : page.after();
        }
        return seen;
    }

    private List<PublicEvent> read(String after, int least, int limit) throws Exception {
        List<PublicEvent> events = new ArrayList<>();
        String place = after;
        do {
            EventPage page = node.bean(Dispatch.class)
                    .askLater(new ListEvents(new Span(place, limit, least == 0 ? 0 : 5)), Node.ANNA, EventPage.class)
                    .join();
            events.addAll(page.items());
            place = page.after();
        } while (events.size() < least);
        return events;
    }

    private java.util.concurrent.CompletableFuture<EventPage> later(String after) {
        return node.bean(Dispatch.class).askLater(new ListEvents(new Span(after, 10, 20)), Node.ANNA, EventPage.class);
    }

    private EventReader reader() {
        EventStore events = node.bean(EventStore.class);
        return new EventReader(events, node.bean(EventStorageEngine.class), new Teller(new OrderRows(events)));
    }

    private static List<String> subjects(Found found) {
        return found.items().stream().map(item -> item.event().told().subject()).toList();
    }

    private void store(OrderCreated order, CountDownLatch stored, CountDownLatch commit) {
        transaction().executeWithoutResult(status -> {
            node.store(List.of(order));
            stored.countDown();
            try {
                commit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void rolledBack(OrderCreated order) {
        transaction().executeWithoutResult(status -> {
            node.store(List.of(order));
            status.setRollbackOnly();
        });
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(node.bean(PlatformTransactionManager.class));
    }
}
