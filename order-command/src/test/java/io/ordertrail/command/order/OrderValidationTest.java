package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseCommand.ChangeAddress;
import io.ordertrail.api.order.OrderGoodsCommand.ResolveShipment;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.NothingToVoid;
import io.ordertrail.api.payment.PaymentRefusal.PaymentNotFound;
import io.ordertrail.command.Scenario;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bounds of what people ask of an order's money and parcels, whatever state it is in. */
class OrderValidationTest extends OrderScenario {

    private static final String LONG = "x".repeat(4001);

    @BeforeEach
    void open() {
        fixture.registerAnnotatedCommandHandler(handler(Database.empty()));
    }

    private Scenario.Given<Order> paid() {
        return given(created(), captured(TOTAL), confirmed());
    }

    @Test
    void a_payment_that_is_asked_for_names_its_way_and_an_amount_of_the_orders_currency() {
        PaymentChoice card = PaymentChoice.sandbox("ok");
        given(created())
                .when(new PayOrder(ORDER, "payment-1", card, eur("0.00")))
                .faulty("/paymentId MALFORMED", "/amount ZERO");
        given(created())
                .when(new PayOrder(ORDER, payment(1), card, Money.ofMajor(CurrencyUnit.JPY, 1)))
                .faulty("/amount CURRENCY_MISMATCH");
        given(created()).when(pay(1, "0.00")).faulty("/amount ZERO");
        given(created(), captured("1.00")).when(pay(1, "1.00")).faulty("/paymentId TAKEN");
    }

    @Test
    void a_payment_that_nobody_takes_is_not_asked_for() {
        given(created())
                .when(new PayOrder(ORDER, payment(1), PaymentChoice.manual(), null))
                .result()
                .expectNoEvents()
                .expectException(Refused.class);
    }

    @Test
    void a_capture_is_more_than_nothing_and_within_the_promise() {
        given(created(PaymentTerms.AUTH_FIRST), authorized(TOTAL), confirmed())
                .when(new RequestCapture(ORDER, payment(1), eur("0.00")))
                .faulty("/amount ZERO");
        given(created(PaymentTerms.AUTH_FIRST), authorized("10.00"))
                .when(new RequestCapture(ORDER, payment(1), eur("10.01")))
                .refused(new MoreThanAuthorized(eur("10.01"), eur("10.00")));
        given(created(PaymentTerms.AUTH_FIRST), authorized("10.00"))
                .when(new RequestCapture(ORDER, payment(2), null))
                .refused(new PaymentNotFound(payment(2)));
        paid().when(new RequestCapture(ORDER, payment(1), null)).refused(new NothingToCapture());
    }

    @Test
    void a_promise_that_is_not_there_is_not_given_up() {
        paid().when(new RequestVoid(ORDER, payment(1), null)).refused(new NothingToVoid());
        paid().when(new RequestVoid(ORDER, payment(1), LONG)).faulty("/reason TOO_LONG");
    }

    @Test
    void a_refund_says_what_it_is_and_names_an_account_that_can_be() {
        paid().when(new RequestRefund(ORDER, payment(1), eur("0.00"), RefundKind.RETURN, "me", LONG, null))
                .faulty("/amount ZERO", "/kind UNSUPPORTED_KIND", "/to MALFORMED", "/reason TOO_LONG");
        given(created(PaymentTerms.AUTH_FIRST), authorized(TOTAL), confirmed())
                .when(giveBack(payment(1), RefundKind.GOODWILL, null))
                .refused(new NothingToRefund());
    }

    @Test
    void a_settlement_gives_its_reason_and_an_account_where_the_money_goes_to_one() {
        paid().when(new SettleDebt(ORDER, "due", DebtSettlement.TO_ACCOUNT, eur("-1.00"), null, "x".repeat(101), " "))
                .faulty("/amount NEGATIVE", "/accountId MISMATCH", "/reference TOO_LONG", "/reason REQUIRED");
        paid().when(settle("due", DebtSettlement.WRITTEN_OFF, null, AccountId.of("theirs")))
                .faulty("/accountId MISMATCH");
    }

    @Test
    void what_becomes_of_a_parcel_is_told_in_a_few_words() {
        paid().when(new ResolveShipment(ORDER, shipment(1), true, LONG)).faulty("/reason TOO_LONG");
        paid().when(resolveShipment(1, true)).refused(new ShipmentNotFound(shipment(1)));
    }

    @Test
    void an_address_that_changes_is_one() {
        paid().when(new ChangeAddress(ORDER, null, null)).faulty("/shippingAddress REQUIRED");
        paid().when(new ChangeAddress(ORDER, null, new Address("", "x", null, null, "y", null, "XX")))
                .faulty("/billingAddress/name REQUIRED", "/billingAddress/country UNKNOWN_COUNTRY");
    }

    @Test
    void an_exchange_pays_under_an_id_of_the_order() {
        given(created())
                .by("SERVICE")
                .when(new PayFromExchange(ORDER, "payment-1", payment(1), 1, eur("0.00")))
                .faulty("/paymentId MALFORMED", "/amount ZERO");
    }
}
