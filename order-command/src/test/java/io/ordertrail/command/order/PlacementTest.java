package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.ImpossibleTime;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseRefusal.ExternalRefTaken;
import io.ordertrail.api.order.OrderCourseRefusal.OrderIdTaken;
import io.ordertrail.api.order.OrderMoneyRefusal.TotalMismatch;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.model.kernel.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlacementTest extends OrderScenario {

    /** By which the orders of a customer are found. */
    private static final String OF_CUSTOMER = CustomerNames.orders("c-1") + " " + ORDER + " " + ORDER;

    private final JdbcClient jdbc = Database.empty();

    @BeforeEach
    void open() {
        fixture.registerAnnotatedCommandHandler(handler(jdbc));
    }

    private static OrderCreated createdNow(PaymentTerms terms) {
        return created(terms, LINES, POST, NOW);
    }

    @Test
    void what_the_shop_keeps_with_an_order_and_the_share_of_each_line_in_its_discount_are_recorded() {
        CreateOrder plain = create(PaymentTerms.PREPAID);
        CreateOrder order = new CreateOrder(
                ORDER,
                null,
                plain.channel(),
                plain.customerId(),
                plain.currency(),
                plain.paymentTerms(),
                plain.lines(),
                plain.shipping(),
                eur("4.40"),
                eur(TOTAL).minus(eur("4.40")),
                plain.shippingAddress(),
                null,
                null,
                Map.of("season", "summer", "gift", "yes"),
                null);
        givenNothing().when(order).shows(events -> {
            OrderCreated created = (OrderCreated) events.get(0);
            assertThat(created.metadata()).containsExactly(Map.entry("gift", "yes"), Map.entry("season", "summer"));
            // 3 × 10.00 and 2 × 7.50 − 1.00: 44.00.
            assertThat(created.lines()).extracting(OrderLine::orderDiscount).containsExactly(eur("3.00"), eur("1.40"));
            assertThat(created.lines()).extracting(OrderLine::discount).containsExactly(eur("3.00"), eur("2.40"));
        });
    }

    private static CreateOrder referring(String externalRef) {
        return new CreateOrder(
                ORDER,
                externalRef,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.PREPAID,
                LINES,
                POST,
                null,
                null,
                HOME,
                null,
                null,
                Map.of(),
                null);
    }

    private void claimed(String kind, String name, String owner) {
        jdbc.sql("insert into claimed_name (kind, name, owner) values (?, ?, ?)")
                .params(kind, name, owner)
                .update();
    }

    private List<String> claims() {
        return jdbc.sql("select kind || ' ' || name || ' ' || owner from claimed_name order by kind desc")
                .query(String.class)
                .list();
    }

    @Test
    void a_prepaid_order_is_placed_and_waits_for_its_payment() {
        givenNothing()
                .when(create(PaymentTerms.PREPAID))
                .then(createdNow(PaymentTerms.PREPAID))
                .answer(Receipt.of(ORDER, 0));
    }

    @Test
    void an_authorisation_first_order_waits_for_its_payment() {
        givenNothing().when(create(PaymentTerms.AUTH_FIRST)).then(createdNow(PaymentTerms.AUTH_FIRST));
    }

    @Test
    void O4_an_invoice_order_is_confirmed_at_once() {
        givenNothing()
                .when(create(PaymentTerms.INVOICE))
                .then(createdNow(PaymentTerms.INVOICE), new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW))
                .answer(Receipt.of(ORDER, 1));
    }

    @Test
    void O4_an_order_that_costs_nothing_is_confirmed_at_once() {
        List<LineRequest> gift = List.of(line("GIFT", 1, "10.00", "10.00", "0.19", true));
        givenNothing()
                .when(create(PaymentTerms.PREPAID, gift, null, eur("0.00"), null))
                .then(
                        created(PaymentTerms.PREPAID, gift, null, NOW),
                        new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
    }

    @Test
    void an_order_may_have_been_placed_before_it_was_entered_and_is_numbered_by_that_year() {
        Instant then = Instant.parse("1996-12-31T23:59:59Z");
        givenNothing()
                .when(create(PaymentTerms.PREPAID, LINES, POST, null, then))
                .then(created(PaymentTerms.PREPAID, LINES, POST, then));
        assertThat(claims()).containsExactly("order-number 1996-000001 " + ORDER, OF_CUSTOMER);
    }

    @Test
    void a_customer_names_no_prices_so_the_shop_places_their_orders() {
        givenNothing()
                .byCustomer("c-1")
                .when(create(PaymentTerms.PREPAID, LINES, POST, null, null))
                .forbidden();
        assertThat(claims()).isEmpty();
    }

    @Test
    void an_order_is_not_placed_in_the_future() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        givenNothing()
                .when(create(PaymentTerms.PREPAID, LINES, POST, null, tomorrow))
                .refused(new ImpossibleTime(tomorrow, BusinessTime.EARLIEST, NOW));
    }

    @Test
    void an_order_is_not_placed_in_the_year_one() {
        Instant typo = Instant.parse("0026-01-01T00:00:00Z");
        givenNothing()
                .when(create(PaymentTerms.PREPAID, LINES, POST, null, typo))
                .refused(new ImpossibleTime(typo, BusinessTime.EARLIEST, NOW));
    }

    @Test
    void O2_a_sum_that_is_not_ours_is_refused_with_both() {
        givenNothing()
                .when(create(PaymentTerms.PREPAID, LINES, POST, eur("48.91"), null))
                .refused(new TotalMismatch(eur("48.91"), eur("48.90")));
        assertThat(claims()).isEmpty();
    }

    @Test
    void the_number_and_the_external_reference_are_claimed() {
        givenNothing().when(referring("shop-7")).answer(Receipt.of(ORDER, 0));
        assertThat(claims())
                .containsExactly("order-number 2026-000001 " + ORDER, OF_CUSTOMER, "external-ref WEB/shop-7 " + ORDER);
    }

    @Test
    void a_reference_that_is_taken_makes_the_command_try_again() {
        claimed("external-ref", "WEB/shop-7", "order-other");
        givenNothing().when(referring("shop-7")).result().expectNoEvents().expectException(ConcurrencyException.class);
    }

    @Test
    void a_reference_is_unique_within_its_channel() {
        claimed("external-ref", "WEB/shop-7", "order-other");
        givenNothing()
                .tryingAgain()
                .when(referring("shop-7"))
                .refused(new ExternalRefTaken("WEB", "shop-7", "order-other"));
    }

    @Test
    void another_channel_may_use_the_same_reference() {
        claimed("external-ref", "IMPORT/shop-7", "order-other");
        givenNothing().when(referring("shop-7")).answer(Receipt.of(ORDER, 0));
    }

    @Test
    void a_reference_that_a_lost_attempt_of_the_same_order_claimed_is_its_own() {
        claimed("external-ref", "WEB/shop-7", ORDER);
        givenNothing().tryingAgain().when(referring("shop-7")).answer(Receipt.of(ORDER, 0));
    }

    @Test
    void a_number_that_is_taken_makes_the_command_try_again() {
        claimed("order-number", "2026-000001", "order-other");
        givenNothing()
                .when(create(PaymentTerms.PREPAID))
                .result()
                .expectNoEvents()
                .expectException(ConcurrencyException.class);
    }

    @Test
    void O7_the_order_that_the_same_command_placed_is_answered_again() {
        givenCausedBy("command-1", created(PaymentTerms.INVOICE), confirmed())
                .tryingAgain()
                .when("command-1", create(PaymentTerms.INVOICE))
                .then()
                .answer(Receipt.of(ORDER, 1).again());
        assertThat(claims()).isEmpty();
    }

    @Test
    void an_id_that_another_command_used_is_taken() {
        givenCausedBy("command-1", created())
                .tryingAgain()
                .when("command-2", create(PaymentTerms.PREPAID))
                .refused(new OrderIdTaken(ORDER));
    }
}
