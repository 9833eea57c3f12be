package io.ordertrail.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidQuery;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.report.Period;
import io.ordertrail.api.report.ReportQuery.GetSales;
import io.ordertrail.api.report.SalesDay;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.report.SalesTotal;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of the zones of callers, against a model that adds order by order. */
@ParameterizedClass
@EnumSource(Database.class)
class ZonedFiguresIT {

    private static final List<OrderCreated> ORDERS = new ArrayList<>();
    private static @Nullable Node running;

    private final Node node;

    ZonedFiguresIT(Database database) {
        assertThat(database).isNotNull();
        node = Objects.requireNonNull(running);
    }

    @BeforeParameterizedClassInvocation
    static void fill(Database database) {
        Node filled = Node.start(database.fresh());
        running = filled;
        ORDERS.clear();
        Stories stories = new Stories(8);
        Random random = new Random(8);
        for (int i = 0; i < 150; i++) {
            // Around the days on which clocks are put forward and back, and one long ago.
            Instant at = Instant.parse(i % 2 == 0 ? "2026-03-26T00:00:00Z" : "2026-10-22T00:00:00Z")
                    .plusSeconds(random.nextInt(8 * 24 * 60 * 60));
            OrderCreated order = placed(stories.placed(), i == 0 ? Instant.parse("1969-07-20T20:17:40Z") : at);
            ORDERS.add(order);
            filled.store(List.of(order));
        }
        filled.settle();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        Objects.requireNonNull(running).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Vienna",
                "America/New_York",
                "Pacific/Auckland",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Kiritimati"
            })
    void a_day_is_one_of_the_callers_zone(String name) {
        ZoneId zone = ZoneId.of(name);
        Period ever = new Period(null, null, zone);
        assertThat(sums(sales(ever, null, List.of(), 7)))
                .isEqualTo(model(zone, order -> true))
                .hasSizeGreaterThan(100);
        LocalDate day = LocalDate.parse("2026-03-29");
        Period one = new Period(day, day, zone);
        Predicate<OrderCreated> thatDay =
                order -> LocalDate.ofInstant(order.at(), zone).equals(day);
        assertThat(sums(sales(one, null, List.of(), 3)))
                .isEqualTo(model(zone, thatDay))
                .isNotEmpty();
        totalsAreOf(node.ask(new GetSales(one, null, List.of(), 1, null), SalesPage.class), thatDay);
    }

    @Test
    void totals_are_of_the_whole_period_on_every_page_with_shipping() {
        Period ever = new Period(null, null, ZoneId.of("Europe/Vienna"));
        SalesPage first = node.ask(new GetSales(ever, null, List.of(), 5, null), SalesPage.class);
        totalsAreOf(first, order -> true);
        SalesPage second = node.ask(new GetSales(ever, null, List.of(), 5, first.next()), SalesPage.class);
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(node.ask(new GetSales(ever, null, List.of(), 5, second.prev()), SalesPage.class)
                        .items())
                .isEqualTo(first.items());
    }

    @Test
    void one_currency_and_one_sku_are_asked_for() {
        Period ever = new Period(null, null, ZoneId.of("Europe/Vienna"));
        CurrencyUnit yen = CurrencyUnit.JPY;
        SalesPage inYen = node.ask(new GetSales(ever, null, List.of(yen), 500, null), SalesPage.class);
        assertThat(inYen.items())
                .isNotEmpty()
                .allMatch(day -> day.gross().getCurrencyUnit().equals(yen));
        assertThat(inYen.totals()).extracting(SalesTotal::currency).containsExactly("JPY");
        SalesPage ofOne = node.ask(new GetSales(ever, "SKU-3", List.of(yen), 500, null), SalesPage.class);
        assertThat(ofOne.items())
                .isEqualTo(inYen.items().stream()
                        .filter(day -> day.sku().equals("SKU-3"))
                        .toList());
        assertThat(ofOne.totals().get(0).shipping()).isEqualTo(Money.zero(yen));
    }

    @Test
    void a_cursor_counts_the_days_of_its_own_zone() {
        Period vienna = new Period(null, null, ZoneId.of("Europe/Vienna"));
        String next = node.ask(new GetSales(vienna, null, List.of(), 5, null), SalesPage.class)
                .next();
        Period auckland = new Period(null, null, ZoneId.of("Pacific/Auckland"));
        assertThatThrownBy(() -> node.ask(new GetSales(auckland, null, List.of(), 5, next), SalesPage.class))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(InvalidQuery.class));
    }

    private static void totalsAreOf(SalesPage page, Predicate<OrderCreated> meant) {
        Map<String, Money> goods = new TreeMap<>();
        Map<String, Money> shipping = new TreeMap<>();
        for (OrderCreated order : ORDERS) {
            if (meant.test(order)) {
                String code = order.currency().getCode();
                Money zero = Money.zero(order.currency());
                order.lines().forEach(line -> goods.merge(code, line.gross(), Money::plus));
                shipping.merge(
                        code, order.shipping() == null ? zero : order.shipping().gross(), Money::plus);
            }
        }
        Map<String, Money> told = new TreeMap<>();
        Map<String, Money> toldShipping = new TreeMap<>();
        page.totals().forEach(total -> {
            told.put(total.currency(), total.gross());
            toldShipping.put(total.currency(), total.shipping());
        });
        assertThat(told).isEqualTo(goods);
        assertThat(toldShipping).isEqualTo(shipping);
    }

    private static Map<String, Sold> model(ZoneId zone, Predicate<OrderCreated> meant) {
        Map<String, Sold> sums = new TreeMap<>();
        for (OrderCreated order : ORDERS) {
            if (meant.test(order)) {
                for (OrderLine line : order.lines()) {
                    sums.merge(
                            LocalDate.ofInstant(order.at(), zone) + " " + order.currency() + " " + line.sku(),
                            new Sold(line.quantity(), line.gross().getAmount()),
                            Sold::plus);
                }
            }
        }
        return sums;
    }

    private static Map<String, Sold> sums(List<SalesDay> days) {
        Map<String, Sold> sums = new TreeMap<>();
        for (SalesDay day : days) {
            assertThat(sums.put(
                            day.day() + " " + day.gross().getCurrencyUnit() + " " + day.sku(),
                            new Sold(day.units(), day.gross().getAmount())))
                    .isNull();
        }
        return sums;
    }

    private List<SalesDay> sales(Period period, @Nullable String sku, List<CurrencyUnit> currencies, int limit) {
        List<SalesDay> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            SalesPage page = node.ask(new GetSales(period, sku, currencies, limit, after), SalesPage.class);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(all).extracting(SalesDay::day).isSorted();
        return all;
    }

    private static OrderCreated placed(OrderCreated like, Instant at) {
        return new OrderCreated(
                like.orderId(),
                like.number(),
                null,
                like.channel(),
                like.customerId(),
                like.currency(),
                like.paymentTerms(),
                like.lines(),
                like.shipping(),
                like.totals(),
                like.roundingMode(),
                like.shippingAddress(),
                null,
                List.of(),
                null,
                Map.of(),
                null,
                null,
                at);
    }
}
