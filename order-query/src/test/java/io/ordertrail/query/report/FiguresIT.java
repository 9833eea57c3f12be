package io.ordertrail.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.report.OrderToShip;
import io.ordertrail.api.report.Period;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.RefundsPage;
import io.ordertrail.api.report.ReportQuery.GetOpenToShip;
import io.ordertrail.api.report.ReportQuery.GetRefunds;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.ToShipPage;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What needs a person, and the reports, as they are read from a store that orders have filled. */
@ParameterizedClass
@EnumSource(Database.class)
class FiguresIT {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Period EVER = new Period(null, null, UTC);
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant THEN = Instant.parse("2026-02-01T08:00:00.123456789Z");

    private static final AtomicReference<Node> RUNNING = new AtomicReference<>();

    private final List<List<OrderEvent>> orders = stories();
    private final Node node = RUNNING.get();

    FiguresIT(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void fill(Database database) {
        Node node = Node.start(database.fresh());
        RUNNING.set(node);
        stories().forEach(node::store);
        for (Object step : List.of(
                new StepStuck("fulfilment", "order-1", "reserve:1", "", 1, "UNAVAILABLE", "No answer.", THEN),
                new StepStuck("fulfilment", "order-2", "reserve:1", "", 1, "UNAVAILABLE", "No answer.", THEN),
                new StepUnstuck("fulfilment", "order-1", "reserve:1", "", 1, THEN.plusSeconds(5)))) {
            node.bean(EventStore.class).publish(GenericEventMessage.asEventMessage(step));
        }
        node.settle();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        RUNNING.get().close();
    }

    private static List<List<OrderEvent>> stories() {
        Stories stories = new Stories(61);
        return Stream.generate(stories::next).limit(90).toList();
    }

    @Test
    void sales_are_what_the_events_add_up_to() {
        assertThat(sold(sales(EVER, null, 7))).isEqualTo(Sold.by(orders)).isNotEmpty();
    }

    @Test
    void sales_are_asked_for_by_day_and_sku() {
        List<SalesDay> all = sales(EVER, null, 500);
        assertThat(sales(new Period(DAY, DAY, UTC), null, 500)).isEqualTo(all);
        assertThat(sales(new Period(DAY.plusDays(1), null, UTC), null, 500)).isEmpty();
        assertThat(sales(new Period(null, DAY.minusDays(1), UTC), null, 500)).isEmpty();
        assertThat(sales(new Period(LocalDate.MIN, LocalDate.MAX, UTC), null, 500))
                .isEqualTo(all);
        assertThat(sales(EVER, "SKU-3", 2))
                .isNotEmpty()
                .isEqualTo(all.stream().filter(day -> day.sku().equals("SKU-3")).toList());
        assertThat(sales(EVER, "'; drop table figure", 2)).isEmpty();
    }

    @Test
    void refunds_are_what_the_events_add_up_to() {
        List<OrderEvent> events = orders.stream().flatMap(List::stream).toList();
        long refunds = events.stream().filter(RefundRecorded.class::isInstance).count();
        long reversals =
                events.stream().filter(ChargebackReversed.class::isInstance).count();
        assertThat(refunds).isPositive();
        List<RefundDay> days = pages(
                after -> node.ask(new GetRefunds(EVER, List.of(), 1, after), RefundsPage.class),
                RefundsPage::items,
                RefundsPage::next);
        assertThat(days).isNotEmpty();
        assertThat(days.stream().mapToLong(RefundDay::count).sum()).isEqualTo(refunds - reversals);
        assertThat(node.ask(
                                new GetRefunds(new Period(null, DAY.minusDays(1), UTC), List.of(), 1, null),
                                RefundsPage.class)
                        .items())
                .isEmpty();
    }

    @Test
    void orders_to_be_sent_are_those_confirmed_that_have_not_ended_the_longest_waiting_first() {
        List<OrderToShip> open = pages(
                after -> node.ask(new GetOpenToShip(3, after), ToShipPage.class), ToShipPage::items, ToShipPage::next);
        assertThat(open).extracting(OrderToShip::since).isSorted();
        assertThat(open).allMatch(order -> order.shipped() < order.wanted());
        assertThat(open)
                .extracting(OrderToShip::orderId)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(orders.stream()
                        .filter(story -> story.stream().anyMatch(OrderConfirmed.class::isInstance))
                        .filter(story -> story.stream()
                                .noneMatch(event -> event instanceof OrderCompleted || event instanceof OrderCancelled))
                        .map(story -> story.get(0).orderId())
                        .toList());
    }

    @Test
    void what_needs_a_person_is_listed_the_oldest_first_until_it_no_longer_does() {
        List<AttentionItem> open = attention(null, false, 2);
        assertThat(open.get(0).id()).isEqualTo("step/fulfilment/order-2/reserve:1//1");
        assertThat(open).extracting(AttentionItem::since).isSorted();
        assertThat(open).noneMatch(AttentionItem::resolved);
        assertThat(attention(null, true, 2))
                .allMatch(AttentionItem::resolved)
                .extracting(AttentionItem::id)
                .contains("step/fulfilment/order-1/reserve:1//1");
        long unsolved = orders.stream()
                .filter(story -> story.stream().anyMatch(OrderProblemReported.class::isInstance))
                .filter(story -> story.stream().noneMatch(OrderProblemResolved.class::isInstance))
                .count();
        assertThat(attention(AttentionKind.ORDER_PROBLEM, false, 100))
                .hasSize((int) unsolved)
                .isNotEmpty();
    }

    @Test
    void a_cursor_of_one_report_is_none_of_another() {
        String ofSales = node.ask(new GetSales(EVER, null, List.of(), 1, null), SalesPage.class)
                .next();
        assertThatThrownBy(() -> node.ask(new GetRefunds(EVER, List.of(), 1, ofSales), RefundsPage.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(InvalidQuery.class));
    }

    @Test
    void I3_every_row_equals_the_fold_of_its_events_and_a_rebuild_gives_the_same() {
        List<String> projections = List.of("attention", "figures", "open-to-ship");
        List<Object> before = List.of(sales(EVER, null, 500), attention(null, true, 500), attention(null, false, 500));
        projections.forEach(name -> node.send(new StartRebuild(name, "again"), Rebuild.class));
        projections.forEach(name -> node.awaitRebuild(name, "again"));
        node.settle();
        assertThat(List.<Object>of(sales(EVER, null, 500), attention(null, true, 500), attention(null, false, 500)))
                .isEqualTo(before);
        assertThat(node.verify().checks())
                .filteredOn(check -> projections.stream().anyMatch(check.claim()::contains))
                .hasSize(projections.size())
                .allSatisfy(check -> {
                    assertThat(check.examples()).isEmpty();
                    assertThat(check.checked()).isPositive();
                });
    }

    private Map<String, Sold> sold(List<SalesDay> days) {
        Map<String, Sold> sums = new TreeMap<>();
        for (SalesDay day : days) {
            if (day.units() != 0 || !day.gross().isZero()) {
                sums.put(
                        day.day() + " " + day.gross().getCurrencyUnit() + " " + day.sku(),
                        new Sold(day.units(), day.gross().getAmount()));
            }
        }
        return sums;
    }

    private List<SalesDay> sales(Period period, @Nullable String sku, int limit) {
        return pages(
                after -> node.ask(new GetSales(period, sku, List.of(), limit, after), SalesPage.class),
                SalesPage::items,
                SalesPage::next);
    }

    private List<AttentionItem> attention(@Nullable AttentionKind kind, boolean resolved, int limit) {
        return pages(
                after -> node.ask(
                        new ListAttention(kind == null ? List.of() : List.of(kind), resolved, limit, after),
                        AttentionPage.class),
                AttentionPage::items,
                AttentionPage::next);
    }

    private static <P, I> List<I> pages(
            Function<@Nullable String, P> read, Function<P, List<I>> items, Function<P, @Nullable String> next) {
        List<I> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            P page = read.apply(after);
            all.addAll(items.apply(page));
            after = next.apply(page);
        } while (after != null);
        return all;
    }
}
