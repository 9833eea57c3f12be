package io.ordertrail.query.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.TransferEvent;
import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.query.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks, answers and debts as people read them in the history. */
class WordsTest {

    @Test
    void every_event_of_the_contract_can_be_said_in_words() {
        Set<Class<?>> met = new HashSet<>();
        Stories stories = new Stories(21);
        for (int i = 0; i < 500; i++) {
            stories.next().forEach(event -> {
                met.add(event.getClass());
                assertThat(EventDescriptions.summary(event)).isNotBlank();
            });
        }
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(Contract.types(OrderEvent.class)
                        .filter(type -> type != Stories.UNTOLD)
                        .toList());
    }

    @Test
    void every_event_of_what_belongs_to_an_order_can_be_said_in_words() {
        for (Class<?> subject : List.of(
                PaymentEvent.class,
                ShipmentEvent.class,
                ReturnEvent.class,
                StockEvent.class,
                AccountEvent.class,
                TransferEvent.class,
                CustomerEvent.class,
                ProcessEvent.class)) {
            assertThat(Contract.types(subject))
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(type.isAnnotationPresent(Sentence.class))
                            .as(type.getName())
                            .isTrue());
        }
    }

    private static final String ID = "order-1";
    private static final Instant AT = Instant.EPOCH;
    private static final Money TEN = Money.parse("EUR 10.00");
    private static final Money ZERO = Money.parse("EUR 0.00");
    private static final List<CancelledLine> TWO = List.of(new CancelledLine("1", 2, TEN));
    private static final Address HOME = new Address("A. Turing", "Hauptstr. 1", null, null, "Berlin", null, "DE");

    static List<Arguments> events() {
        return List.of(
                said("Asked stock for 2 of TEE-M (ask 1)", asked(1, 2)),
                said("Asked stock for nothing of TEE-M (ask 3)", asked(3, 0)),
                said("Stock keeps 2 for line 1", new StockAnswered(ID, "1", 1, 7, 2, 0, 0, 0, AT)),
                said(
                        "Stock keeps nothing for line 1, 1 back-ordered, 3 out of stock",
                        new StockAnswered(ID, "1", 1, 7, 0, 1, 3, 0, AT)),
                said(
                        "Stock was not asked for line 1 (ask 2): Its stream is broken",
                        new StockAskTakenOver(ID, "1", 2, "Its stream is broken", AT)),
                said(
                        "Asked for EUR 10.00 from the account",
                        new PaymentAsked(ID, "p", "c", PaymentChoice.account("account-1"), TEN, AT)),
                said(
                        "Asked for EUR 10.00 by SANDBOX",
                        new PaymentAsked(ID, "p", "c", PaymentChoice.sandbox("ok"), TEN, AT)),
                said("Asked for EUR 10.00 of what was promised (ask 1)", new CaptureAsked(ID, "p", 1, TEN, AT)),
                said("Asked to give up what was promised (ask 2): too late", new VoidAsked(ID, "p", 2, "too late", AT)),
                said(
                        "Asked to give back EUR 10.00 to account-1 (ask 3): goods that came back, too big",
                        new RefundAsked(ID, "p", 3, TEN, RefundKind.RETURN, "r", "account-1", "too big", AT)),
                said(
                        "The refund was refused (ask 3), 2 times in a row: Closed",
                        new AskRefused(ID, "p", 3, PaymentOperation.REFUND, "Closed", 2, Duration.ofMinutes(2), AT)),
                said(
                        "The capture was refused (ask 1): No",
                        new AskRefused(ID, "p", 1, PaymentOperation.CAPTURE, "No", 1, Duration.ofMinutes(1), AT)),
                said("May ask p once more (ask 3)", AskRetried.ofPayment(ID, "p", 3, AT)),
                said("May ask stock for line 1 once more (ask 2)", AskRetried.ofLine(ID, "1", 2, AT)),
                said(
                        "Was refused EUR 10.00 (SANDBOX, No money)",
                        new PaymentProcessed(
                                ID, "p", null, PaymentKind.DECLINED, "SANDBOX", TEN, null, "No money", null, AT)),
                said("Gave back EUR 10.00: goodwill", back(RefundKind.GOODWILL)),
                said("The customer's bank took back EUR 10.00", back(RefundKind.CHARGEBACK)),
                said("The customer's bank gave EUR 10.00 back again", new ChargebackReversed(ID, "p", "b", TEN, AT)),
                said(
                        "A debt of EUR 10.00 ended: written off, Too old",
                        new DebtSettled(ID, "due", DebtSettlement.WRITTEN_OFF, null, TEN, null, "Too old", AT)),
                said("A return is settled: EUR 10.00 went back to p", new ReturnSettled(ID, "r", TEN, "p", AT)),
                said(
                        "What no payment takes back of a return goes to account-1",
                        new ReturnAccountNamed(ID, "r", "account-1", AT)),
                said(
                        "A shipment came back to the sender: Nobody home",
                        new ShipmentUndelivered(ID, "s", true, "Nobody home", AT)),
                said("A shipment was lost", new ShipmentUndelivered(ID, "s", false, null, AT)),
                said(
                        "To be sent again: 2 of line 1",
                        new ShipmentResolved(ID, "s", true, true, TWO, List.of("TEE"), ZERO, null, AT)),
                said(
                        "Given up: 2 of line 1, worth EUR 10.00, it is gone",
                        new ShipmentResolved(ID, "s", false, false, TWO, List.of("TEE"), TEN, "it is gone", AT)),
                said("Changed the shipping address", new AddressChanged(ID, "c-1", HOME, null, AT)),
                said(
                        "Changed the shipping address and the billing address",
                        new AddressChanged(ID, "c-1", HOME, HOME, AT)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_history_says_what_happened(String words, OrderEvent event) {
        assertThat(EventDescriptions.summary(event)).isEqualTo(words);
    }

    private static Arguments said(String words, OrderEvent event) {
        return Arguments.of(words, event);
    }

    private static OrderEvent asked(int number, long quantity) {
        return new StockAsked(ID, List.of(new StockAsk("1", "TEE-M", number, quantity, 0)), AT);
    }

    private static OrderEvent back(RefundKind kind) {
        return new RefundRecorded(ID, "p", 2, "r", kind, TEN, null, null, AT);
    }
}
