package io.ordertrail.command.verification;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.verification.Verification.Check;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I5: nobody has forgotten an order that is not at its end, and no process is about nothing. An imported order is history; what
 * is open in it is for staff. An order that its process has not heard of yet is not forgotten either.
 */
final class ProcessesCheck implements Onlooker {

    /** The process that every order has from its placing to its end: name of its event processor and of its sagas. */
    static final String PROCESS = "fulfilment";

    private static final String IMPORT = "IMPORT";

    private final Tally minded =
            new Tally("I5", "Every order that is neither complete nor cancelled has a process or a deadline");
    private final Tally about = new Tally("I5", "Every process is about something that exists");
    private final JdbcClient jdbc;
    private final EventStore store;
    private final TakenIn heardOf;
    private final Set<String> open = new HashSet<>();

    /** @param heardOf by {@link #PROCESS}, as of before the pass over the events */
    ProcessesCheck(JdbcClient jdbc, EventStore store, TakenIn heardOf) {
        this.jdbc = jdbc;
        this.store = store;
        this.heardOf = heardOf;
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (payload instanceof OrderCreated order) {
            if (!order.channel().equals(IMPORT) && heardOf.has(event)) {
                minded.look();
                open.add(order.orderId());
            }
        } else if (isEnd(payload)) {
            open.remove(((OrderEvent) payload).orderId());
        }
    }

    @Override
    public Stream<Check> checks(EventPass events) {
        removeThoseWithAProcess();
        removeThoseWithADeadline();
        // What ended since the pass has neither.
        open.stream().filter(order -> !hasEnded(order)).sorted().forEach(minded::breach);
        lookForProcessesAboutNothing(events);
        return Stream.of(minded.check(), about.check());
    }

    private void removeThoseWithAProcess() {
        jdbc.sql("select a.association_value from saga_entry s join association_value_entry a on a.saga_id = s.saga_id"
                        + " where s.saga_type = ? and a.association_key = 'orderId'")
                .param(PROCESS)
                .withFetchSize(1000)
                .query(row -> {
                    open.remove(row.getString(1));
                });
    }

    private void removeThoseWithADeadline() {
        jdbc.sql("select distinct subject from process_step")
                .withFetchSize(1000)
                .query(row -> {
                    open.remove(row.getString(1));
                });
    }

    private void lookForProcessesAboutNothing(EventPass events) {
        Processes processes = new Processes(events);
        jdbc.sql("select s.saga_type, s.saga_id, a.association_value from saga_entry s"
                        + " left join association_value_entry a on a.saga_id = s.saga_id order by s.saga_id")
                .withFetchSize(1000)
                .query(row -> {
                    processes.take(row.getString(1) + " " + row.getString(2), row.getString(3));
                });
        processes.end();
    }

    /** Comes past row by row, a process with all its associations after the other. */
    private final class Processes {

        private final EventPass events;
        private final Set<String> values = new LinkedHashSet<>();
        private @Nullable String process;

        private Processes(EventPass events) {
            this.events = events;
        }

        private void take(String next, @Nullable String value) {
            if (!next.equals(process)) {
                end();
                process = next;
            }
            if (value != null) {
                values.add(value);
            }
        }

        private void end() {
            if (process != null) {
                about.look();
                if (values.stream().noneMatch(this::exists)) {
                    about.breach(process + " is about " + (values.isEmpty() ? "nothing" : String.join(", ", values)));
                }
                values.clear();
            }
        }

        private boolean exists(String id) {
            return events.hasStream(id) || store.readEvents(id, 0).hasNext();
        }
    }

    private boolean hasEnded(String orderId) {
        return store.readEvents(orderId, 0).asStream().anyMatch(event -> isEnd(event.getPayloadType()));
    }

    private static boolean isEnd(Object payload) {
        return isEnd(payload.getClass());
    }

    private static boolean isEnd(Class<?> type) {
        return type == OrderCompleted.class || type == OrderCancelled.class;
    }
}
