package io.ordertrail.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.report.RefundDay;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.query.Rows;
import io.ordertrail.query.Stories;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFoldTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant AT = Instant.parse("2026-03-01T23:59:59.999Z");
    private static final Money NOTHING = eur("0.00");

    private final Map<String, List<OrderEvent>> streams = new HashMap<>();
    private final Rows<FigureRow> rows = new Rows<>(new FigureFold(this::before));

    @Test
    void what_is_ordered_is_sold_on_the_day_of_the_placing_by_sku() {
        store(placed("order-1", line("1", "TEE", 2, "20.00"), line("2", "MUG", 1, "7.00")));
        store(placed("order-2", line("1", "TEE", 1, "10.00"), line("2", "TEE", 1, "9.00")));
        assertThat(sales())
                .containsExactly(
                        new SalesDay(DAY, "TEE", 4, eur("39.00"), 0, NOTHING),
                        new SalesDay(DAY, "MUG", 1, eur("7.00"), 0, NOTHING));
    }

    @Test
    void tax_that_is_not_in_the_price_is_added() {
        OrderLine net = new OrderLine(
                "1", "TEE", "Tee", 1, eur("10.00"), NOTHING, new BigDecimal("0.19"), false, eur("10.00"), eur("1.90"));
        store(placed("order-1", net));
        assertThat(sales()).containsExactly(new SalesDay(DAY, "TEE", 1, eur("11.90"), 0, NOTHING));
    }

    @Test
    void what_is_cancelled_comes_off_the_day_on_which_it_was_sold() {
        store(placed("order-1", line("1", "TEE", 3, "30.00"), line("2", "MUG", 1, "7.00")));
        store(new OrderLinesCancelled(
                "order-1",
                List.of(new CancelledLine("1", 1, eur("10.00"))),
                eur("10.00"),
                CancellationReason.UNAVAILABLE,
                null,
                AT.plusSeconds(99_999)));
        assertThat(sales())
                .containsExactly(
                        new SalesDay(DAY, "TEE", 2, eur("20.00"), 1, eur("10.00")),
                        new SalesDay(DAY, "MUG", 1, eur("7.00"), 0, NOTHING));
        store(new OrderCancelled("order-1", CancellationReason.CUSTOMER, null, AT.plusSeconds(199_999)));
        assertThat(sales())
                .containsExactly(
                        new SalesDay(DAY, "TEE", 0, NOTHING, 3, eur("30.00")),
                        new SalesDay(DAY, "MUG", 0, NOTHING, 1, eur("7.00")));
    }

    @Test
    void shipping_is_sold_with_its_tax_until_the_order_is_cancelled_or_edited() {
        OrderCreated order = placed(
                "order-1",
                new Shipping("DHL", eur("10.00"), new BigDecimal("0.19"), false, eur("1.90")),
                line("1", "TEE", 1, "10.00"));
        store(order);
        assertThat(shipping()).containsExactly("DHL 1 EUR 11.90, 0 EUR 0.00");
        Totals totals = order.totals();
        Shipping other = new Shipping("DHL", eur("5.00"), BigDecimal.ZERO, true, NOTHING);
        store(new OrderEdited("order-1", "edit-1", order.lines(), other, totals, NOTHING, List.of(), AT));
        assertThat(shipping()).containsExactly("DHL 1 EUR 5.00, 0 EUR 0.00");
        store(new OrderCancelled("order-1", CancellationReason.CUSTOMER, null, AT));
        assertThat(shipping()).containsExactly("DHL 0 EUR 0.00, 1 EUR 5.00");
    }

    private List<String> shipping() {
        return rows.all().stream()
                .map(FigureRow::sum)
                .filter(sum -> sum.report() == Figure.Report.SHIPPING)
                .map(sum -> sum.subject() + " " + sum.count() + " " + sum.amount() + ", " + sum.cancelledCount() + " "
                        + sum.cancelled())
                .toList();
    }

    @Test
    void an_edit_changes_what_was_sold() {
        store(placed("order-1", line("1", "TEE", 3, "30.00"), line("2", "MUG", 1, "7.00")));
        List<OrderLine> lines = List.of(line("1", "TEE", 1, "10.00"), line("3", "CAP", 2, "24.00"));
        Totals totals = new Totals(eur("34.00"), NOTHING, NOTHING, NOTHING, NOTHING, eur("34.00"));
        store(new OrderEdited(
                "order-1", "edit-1", lines, null, totals, eur("-3.00"), List.of(), AT.plusSeconds(99_999)));
        assertThat(sales())
                .containsExactly(
                        new SalesDay(DAY, "TEE", 1, eur("10.00"), 0, NOTHING),
                        new SalesDay(DAY, "MUG", 0, NOTHING, 0, NOTHING),
                        new SalesDay(DAY, "CAP", 2, eur("24.00"), 0, NOTHING));
    }

    @Test
    void a_line_that_does_not_exist_cannot_be_cancelled() {
        store(placed("order-1", line("1", "TEE", 3, "30.00")));
        assertThatThrownBy(() -> store(new OrderLinesCancelled(
                        "order-1",
                        List.of(new CancelledLine("2", 1, eur("10.00"))),
                        eur("10.00"),
                        CancellationReason.UNAVAILABLE,
                        null,
                        AT)))
                .hasMessageContaining("no line 2");
    }

    @Test
    void refunds_are_counted_and_added_up_by_their_own_day_and_way() {
        Instant next = AT.plusMillis(1);
        store(placed("order-1", line("1", "TEE", 1, "10.00")));
        store(refunded(1, RefundKind.GOODWILL, "4.00", next));
        store(refunded(2, RefundKind.GOODWILL, "1.50", next));
        store(refunded(null, RefundKind.CHARGEBACK, "2.00", next));
        assertThat(refunds())
                .containsExactly(
                        new RefundDay(DAY.plusDays(1), RefundKind.GOODWILL, 2, eur("5.50")),
                        new RefundDay(DAY.plusDays(1), RefundKind.CHARGEBACK, 1, eur("2.00")));
        assertThat(sales().get(0).gross()).isEqualTo(eur("10.00"));
    }

    @Test
    void what_the_bank_gives_back_of_a_chargeback_is_taken_off_on_the_day_of_that() {
        store(placed("order-1", line("1", "TEE", 1, "10.00")));
        store(refunded(null, RefundKind.CHARGEBACK, "10.00", AT));
        store(new ChargebackReversed("order-1", "payment-1", "b-1", eur("10.00"), AT.plusMillis(1)));
        assertThat(refunds())
                .containsExactly(
                        new RefundDay(DAY, RefundKind.CHARGEBACK, 1, eur("10.00")),
                        new RefundDay(DAY.plusDays(1), RefundKind.CHARGEBACK, -1, eur("-10.00")));
    }

    @Test
    void what_was_lost_is_sold_as_long_as_it_is_sent_again_and_cancelled_where_it_is_given_up() {
        store(placed("order-1", line("1", "TEE", 3, "30.00")));
        store(resolved(true, "0.00"));
        assertThat(sales()).containsExactly(new SalesDay(DAY, "TEE", 3, eur("30.00"), 0, NOTHING));
        store(resolved(false, "10.00"));
        assertThat(sales()).containsExactly(new SalesDay(DAY, "TEE", 2, eur("20.00"), 1, eur("10.00")));
    }

    private static ShipmentResolved resolved(boolean sendAgain, String worth) {
        List<CancelledLine> one = List.of(new CancelledLine("1", 1, eur(worth)));
        return new ShipmentResolved(
                "order-1", "shipment-1", false, sendAgain, one, List.of("TEE"), eur(worth), null, AT);
    }

    private static RefundRecorded refunded(@Nullable Integer number, RefundKind kind, String amount, Instant at) {
        return new RefundRecorded("order-1", "payment-1", number, "r-" + number, kind, eur(amount), null, null, at);
    }

    private List<RefundDay> refunds() {
        return rows.all().stream()
                .map(FigureRow::sum)
                .filter(sum -> sum.report() == Figure.Report.REFUNDS)
                .map(sum -> new RefundDay(day(sum), RefundKind.valueOf(sum.subject()), sum.count(), sum.amount()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sums_agree_with_arithmetic_over_the_events_of_any_orders(long seed) {
        Stories stories = new Stories(seed);
        List<List<OrderEvent>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(stories.next());
        }
        // Orders go on side by side.
        for (int version = 0; version < 40; version++) {
            for (List<OrderEvent> story : all) {
                if (version < story.size()) {
                    store(story.get(version));
                }
            }
        }
        Map<String, Sold> sums = new TreeMap<>();
        sales().forEach(day -> {
            if (day.units() != 0 || !day.gross().isZero()) {
                sums.merge(
                        day.day() + " " + day.gross().getCurrencyUnit() + " " + day.sku(),
                        new Sold(day.units(), day.gross().getAmount()),
                        Sold::plus);
            }
        });
        assertThat(sums).isEqualTo(Sold.by(all)).hasSizeGreaterThan(20);
        assertThat(all).anyMatch(story -> story.stream().anyMatch(OrderEdited.class::isInstance));
        assertThat(rows.all()).anyMatch(row -> row.sum().cancelledCount() > 0);
    }

    private void store(OrderEvent event) {
        streams.computeIfAbsent(event.orderId(), id -> new ArrayList<>()).add(event);
        rows.store(event.orderId(), event);
    }

    private SoldOrder before(String orderId, long version) {
        List<OrderEvent> stream = streams.get(orderId);
        SoldOrder order = SoldOrder.placed((OrderCreated) stream.get(0));
        for (OrderEvent event : stream.subList(1, (int) version)) {
            order = order.next(event);
        }
        return order;
    }

    private List<SalesDay> sales() {
        return rows.all().stream()
                .map(FigureRow::sum)
                .filter(sum -> sum.report() == Figure.Report.SALES)
                .map(FigureFoldTest::sales)
                .toList();
    }

    private static SalesDay sales(Figure sum) {
        return new SalesDay(day(sum), sum.subject(), sum.count(), sum.amount(), sum.cancelledCount(), sum.cancelled());
    }

    private static LocalDate day(Figure sum) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(sum.quarter() * 900), ZoneOffset.UTC);
    }

    private static OrderCreated placed(String orderId, OrderLine... lines) {
        return placed(orderId, null, lines);
    }

    private static OrderCreated placed(String orderId, @Nullable Shipping shipping, OrderLine... lines) {
        OrderCreated any = new Stories(1).placed();
        return new OrderCreated(
                orderId,
                any.number(),
                null,
                "WEB",
                any.customerId(),
                CurrencyUnit.EUR,
                any.paymentTerms(),
                List.of(lines),
                shipping,
                any.totals(),
                any.roundingMode(),
                any.shippingAddress(),
                null,
                List.of(),
                null,
                Map.of(),
                null,
                null,
                AT);
    }

    private static OrderLine line(String lineId, String sku, int quantity, String total) {
        return new OrderLine(
                lineId, sku, "Thing", quantity, NOTHING, NOTHING, new BigDecimal("0.19"), true, eur(total), NOTHING);
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
