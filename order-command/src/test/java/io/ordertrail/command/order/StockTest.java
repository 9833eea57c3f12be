package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsRefusal.NothingInStock;
import io.ordertrail.api.order.OrderGoodsRefusal.TooMany;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.command.Scenario;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StockTest extends OrderScenario {

    private static final PaymentChoice CHOICE = PaymentChoice.sandbox("ok");

    private final JdbcClient jdbc = Database.empty();

    @BeforeEach
    void open() {
        fixture.registerAnnotatedCommandHandler(handler(jdbc));
        tracked(jdbc, "TEE", "OTHER");
    }

    private static CreateOrder create(String channel, PaymentTerms terms, @Nullable PaymentChoice payment) {
        return new CreateOrder(
                ORDER,
                null,
                channel,
                "c-1",
                CurrencyUnit.EUR,
                terms,
                LINES,
                POST,
                null,
                null,
                HOME,
                null,
                payment,
                Map.of(),
                null);
    }

    private static OrderCreated createdNow(PaymentTerms terms, @Nullable PaymentChoice payment) {
        return Samples.created(terms, LINES, POST, List.of("1"), payment, NOW);
    }

    private static OrderCreated created() {
        return createdOfStock(PaymentTerms.PREPAID);
    }

    private static StockAnswered answeredNow(int reserved, int backordered, int refused) {
        return stockAnswered(1, 7, reserved, backordered, refused, NOW);
    }

    private Scenario.Given<Order> confirmed(int backordered) {
        return given(created(), stockAsked(), captured(TOTAL), reserved(backordered), Samples.confirmed());
    }

    @Test
    void tracked_lines_are_asked_of_stock_and_the_named_payment_waits_for_them() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, CHOICE))
                .then(createdNow(PaymentTerms.PREPAID, CHOICE), stockAsked(1, 3, 0, NOW))
                .answer(Receipt.of(ORDER, 1));
    }

    @Test
    void what_needs_no_payment_waits_for_its_stock() {
        givenNothing()
                .when(create("WEB", PaymentTerms.INVOICE, null))
                .then(createdNow(PaymentTerms.INVOICE, null), stockAsked(1, 3, 0, NOW));
    }

    @Test
    void an_imported_order_asks_nothing_of_stock() {
        CreateOrder imported = create(OrderCreated.IMPORT, PaymentTerms.PREPAID, null);
        givenNothing().when(imported).answer(Receipt.of(ORDER, 0));
    }

    @Test
    void finding_2_1_no_customer_gets_round_stock_by_the_name_of_a_channel() {
        CreateOrder imported = create(OrderCreated.IMPORT, PaymentTerms.PREPAID, null);
        givenNothing().by("CUSTOMER").when(imported).forbidden();
        givenNothing().by("INTEGRATION").when(imported).answer(Receipt.of(ORDER, 0));
    }

    @Test
    void an_imported_order_takes_no_payment() {
        givenNothing()
                .when(create(OrderCreated.IMPORT, PaymentTerms.PREPAID, CHOICE))
                .faulty("/payment IMPORTED");
    }

    @Test
    void an_order_is_not_paid_at_once_by_hand() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, PaymentChoice.manual()))
                .faulty("/payment/method UNSUPPORTED_METHOD");
    }

    @Test
    void an_order_names_no_payment_that_can_never_work() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, PaymentChoice.sandbox("?")))
                .faulty("/payment/method INCOMPLETE_METHOD");
    }

    @Test
    void an_order_is_not_paid_by_whom_this_node_cannot_ask() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, PaymentChoice.account("account-1")))
                .faulty("/payment/method UNSUPPORTED_METHOD");
    }

    @Test
    void an_order_is_paid_by_any_provider_that_there_is() {
        PaymentChoice bank = new PaymentChoice("BANK", null, "ok");
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, bank))
                .then(createdNow(PaymentTerms.PREPAID, bank), stockAsked(1, 3, 0, NOW));
    }

    @Test
    void what_pays_is_told_in_a_few_words() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, PaymentChoice.sandbox("x".repeat(201))))
                .faulty("/payment/token TOO_LONG");
    }

    @Test
    void O4_paid_first_the_order_is_confirmed_by_its_stock() {
        given(created(), stockAsked(), captured(TOTAL))
                .by("SERVICE")
                .when(stock(1, 7, 3, 0, 0))
                .then(answeredNow(3, 0, 0), new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
    }

    @Test
    void O4_stock_first_the_order_is_confirmed_by_its_payment() {
        given(created(), stockAsked(), reserved(0))
                .when(received(1, TOTAL, null, LATER))
                .then(
                        news(1, PaymentKind.CAPTURED, "MANUAL", TOTAL, LATER),
                        new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), LATER));
    }

    @Test
    void O4_payment_alone_does_not_confirm_what_waits_for_stock() {
        given(created(), stockAsked())
                .when(received(1, TOTAL, null, LATER))
                .then(news(1, PaymentKind.CAPTURED, "MANUAL", TOTAL, LATER));
    }

    @Test
    void back_orders_confirm_an_order_too() {
        given(created(), stockAsked(), captured(TOTAL))
                .by("SERVICE")
                .when(stock(1, 7, 1, 2, 0))
                .then(answeredNow(1, 2, 0), new OrderConfirmed(ORDER, Samples.TIMES.shipBy(), NOW));
    }

    @Test
    void an_answer_that_was_heard_or_that_a_later_one_overtook_changes_nothing() {
        confirmed(0).by("SERVICE").when(stock(1, 7, 3, 0, 0)).changesNothing(4);
        confirmed(0).by("SERVICE").when(stock(1, 6, 0, 3, 0)).changesNothing(4);
    }

    @Test
    void W1_an_answer_to_what_was_never_asked_changes_nothing() {
        confirmed(0).by("SERVICE").when(stock(2, 8, 3, 0, 0)).changesNothing(4);
        given(Samples.created()).by("SERVICE").when(stock(1, 8, 3, 0, 0)).changesNothing(0);
    }

    @Test
    void only_the_service_speaks_of_stock() {
        given(created(), stockAsked()).when(stock(1, 7, 3, 0, 0)).forbidden();
    }

    @Test
    void a_pending_order_of_which_a_line_cannot_be_had_ends_and_wants_nothing() {
        given(created(), stockAsked())
                .by("SERVICE")
                .when(stock(1, 7, 0, 0, 3))
                .then(
                        answeredNow(0, 0, 3),
                        new OrderCancelled(ORDER, CancellationReason.OUT_OF_STOCK, null, NOW),
                        stockAsked(2, 0, 0, NOW));
    }

    @Test
    void O3_what_is_back_ordered_is_not_approved() {
        confirmed(2).when(approve(1, units("1", 2))).refused(new TooMany("1", 2, 1));
        confirmed(2).when(approve(1)).then(approved(1, NOW, units("1", 1), units("2", 2)));
    }

    @Test
    void O3_when_all_that_is_left_is_back_ordered_nothing_is_approved() {
        given(created(), stockAsked(), captured(TOTAL), reserved(3), Samples.confirmed(), approved(1, units("2", 2)))
                .when(approve(2))
                .refused(new NothingInStock());
    }

    @Test
    void a_back_order_that_is_filled_may_be_approved() {
        confirmed(2).by("SERVICE").when(stock(1, 8, 3, 0, 0)).then(stockAnswered(1, 8, 3, 0, 0, NOW));
        given(
                        created(),
                        stockAsked(),
                        captured(TOTAL),
                        reserved(2),
                        Samples.confirmed(),
                        stockAnswered(1, 8, 3, 0, 0, LATER))
                .when(approve(1, units("1", 3)))
                .then(approved(1, NOW, units("1", 3)));
    }

    @Test
    void what_is_cancelled_is_first_what_is_not_there() {
        given(
                        created(),
                        stockAsked(),
                        captured("28.90"),
                        reserved(2),
                        waived(),
                        Samples.confirmed(),
                        approved(1, units("2", 2)),
                        linesCancelled("1", 2, "20.00"),
                        stockAsked(2, 1, 0, LATER))
                .when(approve(2))
                .then(approved(2, NOW, units("1", 1)));
    }
}
