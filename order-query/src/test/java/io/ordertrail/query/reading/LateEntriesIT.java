package io.ordertrail.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockQuery.GetStockAsOf;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import io.ordertrail.query.Stories;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two times of what was entered late: by when it happened, and by when it was known. */
class LateEntriesIT {

    private static final Instant DAY_0 = Instant.parse("2026-03-01T12:00:00Z");

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(Database.H2.fresh());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_deposit_that_was_entered_late_is_in_the_balance_from_its_day_on() {
        String id = AccountId.of("late");
        List<Object> events = List.of(
                new AccountCreated(id, "c-1", AccountKind.CUSTOMER, CurrencyUnit.EUR, eur(0), day(0)),
                deposited(id, "j-1", 50, day(3)),
                new FundsHeld(id, "hold-1", eur(10), "order-1", day(4)),
                // It came two days before the other, and was found five days later.
                deposited(id, "j-2", 20, day(1)));
        for (int version = 0; version < events.size(); version++) {
            node.store("account", id, version, events.get(version));
        }
        assertThat(balance(id, day(0))).isEqualTo("EUR 0.00, EUR 0.00 held");
        assertThat(balance(id, day(1))).isEqualTo("EUR 20.00, EUR 0.00 held");
        assertThat(balance(id, day(3).minusNanos(1))).isEqualTo("EUR 20.00, EUR 0.00 held");
        assertThat(balance(id, day(3))).isEqualTo("EUR 70.00, EUR 0.00 held");
        assertThat(balance(id, day(4))).isEqualTo("EUR 70.00, EUR 10.00 held");
        assertThat(text(node.ask(new GetAccountAsOf(id, Moment.version(1L)), AccountView.class)))
                .as("what was known then")
                .isEqualTo("EUR 50.00, EUR 0.00 held");
    }

    @Test
    void a_receipt_that_was_entered_late_is_in_stock_from_its_day_on() {
        String id = StockItemId.of("LATE");
        List<Object> events = List.of(
                new StockItemRegistered(id, "LATE", "MAIN", "Late", 0, 0, 0, day(0)),
                new StockReceived(id, 10, "po-2", day(3)),
                new ReservationSet(id, "order-1", "1", 1, 2, 2, 0, 0, 0, 0, 0, day(4)),
                new StockReceived(id, 4, "po-1", day(1)));
        for (int version = 0; version < events.size(); version++) {
            node.store("stock", id, version, events.get(version));
        }
        assertThat(units(day(0))).isEqualTo("0 there, 0 reserved");
        assertThat(units(day(1))).isEqualTo("4 there, 0 reserved");
        assertThat(units(day(3).minusNanos(1))).isEqualTo("4 there, 0 reserved");
        assertThat(units(day(3))).isEqualTo("14 there, 0 reserved");
        assertThat(units(day(4))).isEqualTo("14 there, 2 reserved");
        assertThat(text(node.ask(new GetStockAsOf("LATE", Moment.version(2L)), StockView.class)))
                .as("what was known then")
                .isEqualTo("10 there, 2 reserved");
    }

    @Test
    void money_that_was_entered_late_is_in_the_order_from_its_day_on() {
        OrderCreated order = new Stories(9).placed();
        Instant paid = order.at().plusSeconds(60);
        Instant held = order.at().plusSeconds(120);
        Money grand = order.totals().grand();
        node.store(List.of(order, new OrderHeld(order.orderId(), "FRAUD_CHECK", null, held)));
        PaymentProcessed money = Stories.payment(order, PaymentKind.CAPTURED, grand);
        node.store(
                2,
                List.of(new PaymentProcessed(
                        money.orderId(),
                        money.paymentId(),
                        money.number(),
                        money.kind(),
                        money.method(),
                        grand,
                        money.reference(),
                        null,
                        null,
                        paid)));
        assertThat(text(order, order.at())).isEqualTo(grand.multipliedBy(0) + ", free");
        assertThat(text(order, paid)).isEqualTo(grand + ", free");
        assertThat(text(order, held)).isEqualTo(grand + ", on hold");
        OrderView known = node.ask(new GetOrderAsOf(order.orderId(), Moment.version(1L)), OrderView.class);
        assertThat(known.totals().captured()).as("what was known then").isEqualTo(grand.multipliedBy(0));
    }

    private static String text(OrderCreated order, Instant at) {
        OrderView then = node.ask(new GetOrderAsOf(order.orderId(), new Moment(null, null, at)), OrderView.class);
        return then.totals().captured() + (then.onHold() ? ", on hold" : ", free");
    }

    private static String balance(String id, Instant at) {
        return text(node.ask(new GetAccountAsOf(id, new Moment(null, null, at)), AccountView.class));
    }

    private static String text(AccountView account) {
        return account.balance() + ", " + account.held() + " held";
    }

    private static String units(Instant at) {
        return text(node.ask(new GetStockAsOf("LATE", new Moment(null, null, at)), StockView.class));
    }

    private static String text(StockView item) {
        return item.onHand() + " there, " + item.reserved() + " reserved";
    }

    private static Deposited deposited(String id, String journal, int amount, Instant at) {
        return new Deposited(id, journal, MovementKind.CASH, eur(amount), "house-cash-EUR", null, null, at);
    }

    private static Money eur(int amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static Instant day(int day) {
        return DAY_0.plusSeconds(86_400L * day);
    }
}
