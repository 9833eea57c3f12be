package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.CreateOrder;
import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderStockRejected;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderRefusal.NothingInStock;
import io.ordertrail.api.order.OrderRefusal.TooMany;
import io.ordertrail.api.order.OrderRefusal.UnknownLine;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.payment.PaymentChoice;
import java.util.List;
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
        fixture.registerAnnotatedCommandHandler(desk(jdbc));
        tracked(jdbc, "TEE", "OTHER");
    }

    private static CreateOrder create(String channel, PaymentTerms terms, @Nullable PaymentChoice payment) {
        return new CreateOrder(
                ORDER, null, channel, "c-1", CurrencyUnit.EUR, terms, LINES, POST, null, HOME, null, payment, null);
    }

    private static OrderEvent requestedNow() {
        return new OrderStockRequested(ORDER, List.of(new StockLine("1", "TEE", 3)), NOW);
    }

    private static OrderEvent reservedNow(LineQuantity... backordered) {
        return new OrderStockReserved(ORDER, List.of(backordered), NOW);
    }

    private Given confirmed(LineQuantity... backordered) {
        return given(created(), stockRequested(), captured(TOTAL), reserved(backordered), Samples.confirmed());
    }

    @Test
    void tracked_lines_are_asked_of_stock_and_the_named_payment_is_remembered() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, CHOICE))
                .then(
                        Samples.created(PaymentTerms.PREPAID, LINES, POST, NOW),
                        requestedNow(),
                        new OrderPaymentChosen(ORDER, CHOICE, NOW))
                .answer(Receipt.of(ORDER, 2));
    }

    @Test
    void what_needs_no_payment_waits_for_its_stock() {
        givenNothing()
                .when(create("WEB", PaymentTerms.INVOICE, null))
                .then(Samples.created(PaymentTerms.INVOICE, LINES, POST, NOW), requestedNow());
    }

    @Test
    void an_imported_order_asks_nothing_of_stock() {
        CreateOrder imported = create(Ordered.IMPORT, PaymentTerms.PREPAID, null);
        givenNothing().when(imported).answer(Receipt.of(ORDER, 0));
    }

    @Test
    void an_imported_order_takes_no_payment() {
        givenNothing()
                .when(create(Ordered.IMPORT, PaymentTerms.PREPAID, CHOICE))
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
                .then(
                        Samples.created(PaymentTerms.PREPAID, LINES, POST, NOW),
                        requestedNow(),
                        new OrderPaymentChosen(ORDER, bank, NOW));
    }

    @Test
    void what_pays_is_told_in_a_few_words() {
        givenNothing()
                .when(create("WEB", PaymentTerms.PREPAID, PaymentChoice.sandbox("x".repeat(201))))
                .faulty("/payment/token TOO_LONG", "/payment/method INCOMPLETE_METHOD");
    }

    @Test
    void O4_paid_first_the_order_is_confirmed_by_its_stock() {
        given(created(), stockRequested(), captured(TOTAL))
                .by("SERVICE")
                .when(reserve())
                .then(reservedNow(), new OrderConfirmed(ORDER, NOW));
    }

    @Test
    void O4_stock_first_the_order_is_confirmed_by_its_payment() {
        given(created(), stockRequested(), reserved())
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, TOTAL, LATER))
                .then(
                        new PaymentProcessed(
                                ORDER, payment(1), PaymentKind.CAPTURED, "SANDBOX", eur(TOTAL), null, LATER),
                        new OrderConfirmed(ORDER, LATER));
    }

    @Test
    void O4_payment_alone_does_not_confirm_what_waits_for_stock() {
        given(created(), stockRequested())
                .by("SERVICE")
                .when(told(PaymentKind.CAPTURED, TOTAL, LATER))
                .then(news(PaymentKind.CAPTURED, TOTAL));
    }

    @Test
    void back_orders_confirm_an_order_too() {
        given(created(), stockRequested(), captured(TOTAL))
                .by("SERVICE")
                .when(reserve(units("1", 2)))
                .then(reservedNow(units("1", 2)), new OrderConfirmed(ORDER, NOW));
    }

    @Test
    void stock_that_nobody_waits_for_changes_nothing() {
        confirmed().by("SERVICE").when(reserve()).changesNothing(4);
        given(created(), stockRequested(), cancelled())
                .by("SERVICE")
                .when(reserve())
                .changesNothing(2);
    }

    @Test
    void only_the_service_speaks_of_stock() {
        given(created(), stockRequested()).when(reserve()).refused(new MissingRole("SERVICE"));
        given(created(), stockRequested())
                .when(new RecordStockRejected(ORDER, "1"))
                .refused(new MissingRole("SERVICE"));
    }

    @Test
    void a_pending_order_of_which_a_line_cannot_be_had_ends() {
        given(created(), stockRequested(), captured(TOTAL))
                .by("SERVICE")
                .when(new RecordStockRejected(ORDER, "1"))
                .then(
                        new OrderStockRejected(ORDER, "1", NOW),
                        new OrderCancelled(ORDER, CancellationReason.OUT_OF_STOCK, null, NOW));
    }

    @Test
    void stock_is_told_of_lines_that_there_are() {
        given(created(), stockRequested())
                .by("SERVICE")
                .when(new RecordStockRejected(ORDER, "9"))
                .refused(new UnknownLine("9"));
    }

    @Test
    void O3_what_is_back_ordered_is_not_approved() {
        confirmed(units("1", 2)).when(approve(1, units("1", 2))).refused(new TooMany("1", 2, 1));
        confirmed(units("1", 2))
                .when(approve(1))
                .then(new ShipmentApproved(ORDER, shipment(1), List.of(units("1", 1), units("2", 2)), NOW));
    }

    @Test
    void O3_when_all_that_is_left_is_back_ordered_nothing_is_approved() {
        given(
                        created(),
                        stockRequested(),
                        captured(TOTAL),
                        reserved(units("1", 3)),
                        Samples.confirmed(),
                        approved(1, units("2", 2)))
                .when(approve(2))
                .refused(new NothingInStock());
    }

    @Test
    void a_back_order_that_is_filled_may_be_approved() {
        confirmed(units("1", 2))
                .by("SERVICE")
                .when(new RecordBackorderFilled(ORDER, "1", 5))
                .then(new OrderBackorderFilled(ORDER, "1", 2, NOW));
        confirmed().by("SERVICE").when(new RecordBackorderFilled(ORDER, "1", 1)).changesNothing(4);
    }

    @Test
    void a_back_order_that_is_filled_before_the_order_heard_of_it_is_told_again() {
        given(created(), stockRequested(), captured(TOTAL))
                .by("SERVICE")
                .when(new RecordBackorderFilled(ORDER, "1", 2))
                .changesNothing(2);
    }

    @Test
    void a_back_order_that_is_told_as_filled_twice_is_filled_once() {
        given(
                        created(),
                        stockRequested(),
                        captured(TOTAL),
                        reserved(units("1", 2)),
                        Samples.confirmed(),
                        new OrderBackorderFilled(ORDER, "1", 2, NOW))
                .by("SERVICE")
                .when(new RecordBackorderFilled(ORDER, "1", 2))
                .changesNothing(5);
    }

    @Test
    void what_is_cancelled_is_first_what_is_not_there() {
        given(
                        created(),
                        stockRequested(),
                        captured(TOTAL),
                        reserved(units("1", 2)),
                        Samples.confirmed(),
                        approved(1, units("2", 2)),
                        linesCancelled("1", 2, "20.00"))
                .when(approve(2))
                .then(new ShipmentApproved(ORDER, shipment(2), List.of(units("1", 1)), NOW));
    }
}
