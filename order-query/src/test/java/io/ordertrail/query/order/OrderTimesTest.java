package io.ordertrail.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.query.Stories;
import io.ordertrail.query.explanation.Explainer;
import io.ordertrail.query.order.history.EventDescriptions;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.table.RowJson;
import io.ordertrail.query.reading.AggregateStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders at every moment of their lives, and the reasons of their figures, over many made-up stories. */
class OrderTimesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final Stories stories = new Stories(23);
    private List<DomainEventMessage<?>> stored = List.of();

    private final EventStore events = (EventStore) Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (self, method, arguments) ->
                    DomainEventStream.of(stored.subList(Math.toIntExact((long) arguments[1]), stored.size())));
    private final AggregateStream<FoldedOrder> streams = new AggregateStream<>(events, OrderFold.STREAM);

    @Test
    void an_order_as_of_each_moment_is_the_fold_of_what_was_recorded_by_then() {
        for (int story = 0; story < 200; story++) {
            String id = store(stories.next());
            FoldedOrder order = null;
            for (DomainEventMessage<?> message : stored) {
                order = OrderFold.STREAM.next(order, Recorded.of(message, OrderEvent.class));
                Instant recorded = message.getTimestamp();
                assertThat(streams.at(id, Moment.asOf(recorded))).contains(order);
                assertThat(streams.at(id, Moment.asOf(recorded.plusMillis(999))))
                        .contains(order);
                assertThat(streams.at(id, Moment.version(message.getSequenceNumber())))
                        .contains(order);
            }
            assertThat(streams.at(id, Moment.NOW)).isEqualTo(Optional.ofNullable(order));
            assertThat(streams.at(id, Moment.asOf(MONDAY.minusMillis(1)))).isEmpty();
        }
    }

    @Test
    void an_order_by_business_time_is_the_fold_of_what_had_happened_and_at_the_end_all_of_it() {
        for (int story = 0; story < 200; story++) {
            String id = store(stories.next());
            FoldedOrder last = streams.at(id, Moment.NOW).orElseThrow();
            for (DomainEventMessage<?> message : stored) {
                Instant at = ((OrderEvent) message.getPayload()).at();
                FoldedOrder then = streams.at(id, new Moment(null, null, at)).orElseThrow();
                long happened = stored.stream()
                        .filter(each -> !((OrderEvent) each.getPayload()).at().isAfter(at))
                        .count();
                assertThat(then.version()).isLessThanOrEqualTo(last.version());
                if (isInOrder()) {
                    assertThat(then)
                            .isEqualTo(
                                    streams.at(id, Moment.version(happened - 1)).orElseThrow());
                }
                assertThat(streams.at(id, new Moment(null, message.getTimestamp(), Instant.MAX)))
                        .isEqualTo(streams.at(id, Moment.asOf(message.getTimestamp())));
            }
            assertThat(streams.at(id, new Moment(null, null, Instant.MAX))).contains(last);
        }
    }

    @Test
    void the_reasons_of_every_amount_and_quantity_add_up_to_what_is_shown() {
        Explainer<FoldedOrder> explainer =
                new Explainer<>(events, OrderFold.STREAM, OrderFold::view, EventDescriptions::summary);
        int figures = 0;
        for (int story = 0; story < 200; story++) {
            String id = store(stories.next());
            JsonNode shown = RowJson.mapper()
                    .valueToTree(OrderFold.view(streams.at(id, Moment.NOW).orElseThrow()));
            Explanation why = explainer.explain(id, null).orElseThrow();
            for (Explanation.Figure figure : why.figures()) {
                BigDecimal sum = figure.because().stream()
                        .map(change -> new BigDecimal(change.change()))
                        .reduce(new BigDecimal(figure.carried()), BigDecimal::add);
                assertThat(sum).as(figure.of()).isEqualByComparingTo(figure.value());
                assertThat(figure.because()).as(figure.of()).isNotEmpty();
                figures++;
            }
            assertThat(value(why, "/totals/grand")).isEqualTo(text(shown, "/totals/grand/amount"));
            assertThat(value(why, "/totals/due")).isEqualTo(text(shown, "/totals/due/amount"));
            shown.at("/lines")
                    .forEach(line -> assertThat(
                                    value(why, "/lines/" + line.at("/lineId").asString() + "/quantity/ordered"))
                            .isEqualTo(line.at("/quantity/ordered").asString()));
        }
        assertThat(figures).isGreaterThan(2_000);
    }

    private static String value(Explanation why, String of) {
        return why.figures().stream()
                .filter(figure -> figure.of().equals(of))
                .map(Explanation.Figure::value)
                .findFirst()
                .orElse("0.00");
    }

    private static String text(JsonNode shown, String pointer) {
        return shown.at(pointer).asString();
    }

    private boolean isInOrder() {
        Instant before = Instant.MIN;
        for (DomainEventMessage<?> message : stored) {
            Instant at = ((OrderEvent) message.getPayload()).at();
            if (at.isBefore(before)) {
                return false;
            }
            before = at;
        }
        return true;
    }

    /** Recorded a second after each other. */
    private String store(List<OrderEvent> story) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (OrderEvent event : story) {
            messages.add(new GenericDomainEventMessage<>(
                    "order",
                    event.orderId(),
                    messages.size(),
                    event,
                    Map.of("actor", "anna"),
                    "event-" + messages.size(),
                    MONDAY.plusSeconds(messages.size())));
        }
        stored = messages;
        return story.get(0).orderId();
    }
}
