package io.ordertrail.query;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.verification.InvariantCheck;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Read models as small as can be, one of each sort: a row an aggregate, a row of many, and a row of events of none. */
@Configuration(proxyBeanMethods = false)
public class Samples {

    public static final List<String> PROJECTIONS = List.of("sample-brief", "sample-sold", "sample-notice");

    /** The tables, for tests to read. */
    public record Tables(StateTable<Brief> briefs, StateTable<Sold> sold, StateTable<Notice> notices) {}

    @Bean
    Tables tables(StateTable<Brief> briefs, StateTable<Sold> sold, StateTable<Notice> notices) {
        return new Tables(briefs, sold, notices);
    }

    /** What is done before a brief takes in an event: a test may hold it up. */
    public static volatile Runnable beforeBrief = () -> {};

    /** An order in brief. */
    public record Brief(String orderId, String number, Map<String, Long> met, long version, Instant updatedAt) {

        static Brief next(@Nullable Brief row, Recorded<OrderEvent> recorded) {
            beforeBrief.run();
            OrderEvent event = recorded.event();
            String number = row != null ? row.number : ((OrderCreated) event).number();
            Map<String, Long> met = row == null ? new HashMap<>() : new HashMap<>(row.met);
            met.merge(event.getClass().getSimpleName(), 1L, Long::sum);
            return new Brief(event.orderId(), number, met, recorded.version(), recorded.recordedAt());
        }
    }

    @Bean
    StateTable<Brief> briefs(ViewSql views) {
        return new StateTable<>(
                views,
                new TableShape<>(
                        "sample-brief",
                        "sample_brief",
                        "order_id",
                        Brief.class,
                        Brief::orderId,
                        List.of(Column.text("number", Brief::number), Column.time("updated_at", Brief::updatedAt))),
                new StreamFold<>("order", OrderEvent.class, Brief::version, Brief::next));
    }

    /** What was sold of a SKU in a currency. */
    public record Sold(String id, String sku, long units, BigDecimal worth, long version) {}

    /** One order changes as many rows as it has SKUs. */
    static final class Selling implements EventFold<Sold> {

        @Override
        public boolean concerns(EventMessage<?> event) {
            return event.getPayloadType() == OrderCreated.class
                    || event instanceof DomainEventMessage<?> stored
                            && "order".equals(stored.getType())
                            && stored.getSequenceNumber() == 0;
        }

        @Override
        public Collection<String> keys(EventMessage<?> event) {
            OrderCreated order = (OrderCreated) event.getPayload();
            return order.lines().stream().map(line -> key(order, line)).toList();
        }

        @Override
        public Sold fold(String key, @Nullable Sold row, EventMessage<?> event) {
            OrderCreated order = (OrderCreated) event.getPayload();
            List<OrderLine> lines = order.lines().stream()
                    .filter(line -> key(order, line).equals(key))
                    .toList();
            long units = lines.stream().mapToLong(OrderLine::quantity).sum();
            BigDecimal worth =
                    lines.stream().map(line -> line.total().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return row == null
                    ? new Sold(key, lines.get(0).sku(), units, worth, 0)
                    : new Sold(key, row.sku, row.units + units, row.worth.add(worth), row.version + 1);
        }

        @Override
        public long version(Sold row) {
            return row.version;
        }

        private static String key(OrderCreated order, OrderLine line) {
            return order.currency().getCode() + '/' + line.sku();
        }
    }

    @Bean
    StateTable<Sold> sold(ViewSql views) {
        return new StateTable<>(
                views,
                new TableShape<>(
                        "sample-sold",
                        "sample_sold",
                        "id",
                        Sold.class,
                        Sold::id,
                        List.of(
                                Column.text("sku", Sold::sku),
                                Column.number("units", Sold::units),
                                Column.amount("worth", Sold::worth))),
                new Selling());
    }

    /** What was said of an order outside its stream: open after the first word, closed after the second. */
    public record Notice(String id, String text, boolean open, long version) {}

    static final class Noticing implements EventFold<Notice> {

        @Override
        public boolean concerns(EventMessage<?> event) {
            return event.getPayloadType() == OrderNoteAdded.class
                    && !(event instanceof DomainEventMessage<?> stored && stored.getType() != null);
        }

        @Override
        public Collection<String> keys(EventMessage<?> event) {
            return List.of(((OrderNoteAdded) event.getPayload()).orderId());
        }

        @Override
        public Notice fold(String key, @Nullable Notice row, EventMessage<?> event) {
            OrderNoteAdded note = (OrderNoteAdded) event.getPayload();
            return row == null
                    ? new Notice(key, note.text(), true, 0)
                    : new Notice(key, row.text, false, row.version + 1);
        }

        @Override
        public long version(Notice row) {
            return row.version;
        }
    }

    @Bean
    StateTable<Notice> notices(ViewSql views) {
        return new StateTable<>(
                views,
                new TableShape<>(
                        "sample-notice",
                        "sample_notice",
                        "id",
                        Notice.class,
                        Notice::id,
                        List.of(Column.flag("open", Notice::open))),
                new Noticing());
    }

    /** A check as a subject would add it. */
    @Bean
    InvariantCheck noNegativeUnits(JdbcTemplate jdbc) {
        return () -> {
            List<String> below = jdbc.queryForList("select id from sample_sold where units < 0", String.class);
            return List.of(new Check("I4", "nothing is sold in negative numbers", 1, below.size(), 0, below));
        };
    }
}
