package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.money.PaymentAsk;
import io.ordertrail.model.order.money.PaymentSums;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One order from its placing on, with the answers to all that it asks. Commands go through the aggregate; its events
 * are folded once more beside it.
 */
final class OrderTale {

    static final PaymentChoice CARD = PaymentChoice.sandbox("ok");

    /** More never follow from one decision about the sample order: else they would follow without end. */
    private static final int MOST_EVENTS = 50;

    private final AggregateTestFixture<Order> fixture;
    private final List<OrderEvent> history = new ArrayList<>();
    private @Nullable OrderState state;
    private long position;

    private OrderTale(PaymentTerms terms, String channel, @Nullable PaymentChoice way, String... tracked) {
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        JdbcClient jdbc = Database.empty();
        OrderScenario.tracked(jdbc, tracked);
        fixture = OrderScenario.scenario(
                        clock,
                        (orders, events) -> List.of(
                                OrderScenario.handler(orders, jdbc, new AccountOwners(events)),
                                OrderScenario.moneyBack(orders, clock)))
                .fixture();
        fixture.givenNoPriorActivity();
        CreateOrder sample = Samples.create(terms);
        by(
                "SUPERVISOR",
                new CreateOrder(
                        ORDER,
                        null,
                        channel,
                        sample.customerId(),
                        sample.currency(),
                        terms,
                        sample.lines(),
                        sample.shipping(),
                        null,
                        null,
                        sample.shippingAddress(),
                        null,
                        way,
                        Map.of(),
                        null));
    }

    /** The sample order, of which nothing is tracked and nobody said how it is paid. */
    static OrderTale of(PaymentTerms terms) {
        return new OrderTale(terms, "WEB", null);
    }

    /** The same, paid by card. */
    static OrderTale byCard(PaymentTerms terms) {
        return new OrderTale(terms, "WEB", CARD);
    }

    /** The same, where the tees are kept as stock. */
    static OrderTale ofStock(PaymentTerms terms, @Nullable PaymentChoice way) {
        return new OrderTale(terms, "WEB", way, "TEE");
    }

    static OrderTale imported(PaymentTerms terms) {
        return new OrderTale(terms, OrderCreated.IMPORT, null, "TEE");
    }

    List<OrderEvent> staff(OrderCommand command) {
        return by("SUPERVISOR", command);
    }

    List<OrderEvent> service(OrderCommand command) {
        return by("SERVICE", command);
    }

    /** What follows from a command, which must be accepted. */
    List<OrderEvent> by(String roles, OrderCommand command) {
        int before = history.size();
        CommandResultMessage<?> result = send(roles, command);
        assertThat(taken(command, result)).as("%s, but %s", command, result).isTrue();
        return List.copyOf(history.subList(before, history.size()));
    }

    private boolean taken(OrderCommand command, CommandResultMessage<?> result) {
        if (result.isExceptional()) {
            assertThat(result.exceptionResult()).as(command.toString()).isInstanceOf(Refused.class);
            return false;
        }
        int before = history.size();
        fixture.getEventStore()
                .readEvents(ORDER, before)
                .asStream()
                .forEach(event -> took((OrderEvent) event.getPayload()));
        assertThat(history.size() - before).as("events after %s", command).isLessThanOrEqualTo(MOST_EVENTS);
        Receipt receipt = Receipt.of(ORDER, history.size() - 1);
        assertThat(result.getPayload()).isEqualTo(history.size() == before ? receipt.again() : receipt);
        Invariants.check(state());
        return true;
    }

    /** Why a command is refused, which it must be. */
    Refusal refusal(String roles, OrderCommand command) {
        CommandResultMessage<?> result = send(roles, command);
        assertThat(result.isExceptional()).as("%s is refused", command).isTrue();
        assertThat(result.exceptionResult()).isInstanceOf(Refused.class);
        return ((Refused) result.exceptionResult()).refusal();
    }

    private CommandResultMessage<?> send(String roles, OrderCommand command) {
        List<CommandResultMessage<?>> results = new ArrayList<>();
        fixture.getCommandBus()
                .dispatch(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(command, Map.of(MetaKeys.ROLES, roles, MetaKeys.ACTOR, "c-1")),
                                command.getClass().getName()),
                        (message, result) -> results.add(result));
        return results.get(0);
    }

    private void took(OrderEvent event) {
        if (event instanceof OrderCreated created) {
            state = OrderState.of(created, created.at());
        } else {
            Invariants.check(state(), event);
            state = state().evolve(event);
        }
        history.add(event);
    }

    /** Whether a command is accepted; where it is not, for a reason. */
    boolean attempt(String roles, OrderCommand command) {
        return taken(command, send(roles, command));
    }

    OrderState state() {
        return Objects.requireNonNull(state);
    }

    OrderFacts facts() {
        return state().facts();
    }

    List<OrderEvent> history() {
        return List.copyOf(history);
    }

    /** All that happened of one sort, the oldest first. */
    <E extends OrderEvent> List<E> all(Class<E> type) {
        return history.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends OrderEvent> E last(Class<E> type) {
        List<E> all = all(type);
        assertThat(all).as(type.getSimpleName()).isNotEmpty();
        return all.get(all.size() - 1);
    }

    /** The id of the {@code n}-th payment, counted from 1. */
    String payment(int n) {
        return List.copyOf(facts().funds().payments().keySet()).get(n - 1);
    }

    PaymentSums sums(int n) {
        return facts().funds().of(payment(n));
    }

    @Nullable
    PaymentAsk asked(int n) {
        return sums(n).open();
    }

    private PaymentAsk open(int n) {
        return Objects.requireNonNull(asked(n), "payment " + n + " is asked nothing");
    }

    /** What the {@code n}-th payment is asked is done. */
    List<OrderEvent> done(int n) {
        return done(n, open(n));
    }

    List<OrderEvent> done(int n, PaymentAsk ask) {
        return switch (ask.operation()) {
            case AUTHORIZE -> service(answer(n, null, PaymentKind.AUTHORIZED, ask));
            case CAPTURE -> service(answer(n, ask.number(), PaymentKind.CAPTURED, ask));
            case VOID ->
                service(new RecordPaymentAnswer(
                        ORDER,
                        payment(n),
                        ask.number(),
                        PaymentKind.RELEASED,
                        "SANDBOX",
                        sums(n).outstanding(),
                        null,
                        null,
                        null,
                        Samples.NOW));
            case REFUND -> service(new RecordRefund(ORDER, payment(n), ask.number(), ask.amount(), Samples.NOW));
            case UNKNOWN -> throw new AssertionError(ask);
        };
    }

    /** It is not done, and never will be. */
    List<OrderEvent> refused(int n) {
        PaymentAsk ask = open(n);
        return switch (ask.operation()) {
            case AUTHORIZE -> service(answer(n, null, PaymentKind.DECLINED, ask));
            case CAPTURE, VOID, REFUND ->
                service(new RecordAskRefused(
                        ORDER, payment(n), ask.number(), ask.operation(), "no such card", Samples.NOW));
            case UNKNOWN -> throw new AssertionError(ask);
        };
    }

    /** The back-off after the {@code n}-th payment's latest refusal is over. */
    List<OrderEvent> retried(int n) {
        return service(Commands.retry(payment(n), sums(n).number()));
    }

    /** The promise of the {@code n}-th payment ends by itself. */
    List<OrderEvent> expired(int n) {
        return service(new RecordPaymentAnswer(
                ORDER,
                payment(n),
                null,
                PaymentKind.RELEASED,
                "SANDBOX",
                sums(n).outstanding(),
                null,
                null,
                null,
                Samples.NOW));
    }

    private RecordPaymentAnswer answer(int n, @Nullable Integer number, PaymentKind kind, PaymentAsk ask) {
        return new RecordPaymentAnswer(
                ORDER, payment(n), number, kind, "SANDBOX", ask.amount(), null, null, null, Samples.NOW);
    }

    /** Stock answers the newest ask of the tees. */
    List<OrderEvent> stock(int reserved, int backordered, int refused) {
        StockAsk ask = Objects.requireNonNull(facts().stock().get("1")).asked();
        return stock(ask.number(), reserved, backordered, refused, ask.left());
    }

    List<OrderEvent> stock(int number, int reserved, int backordered, int refused, long left) {
        position++;
        return service(new RecordStockAnswer(ORDER, "1", number, position, reserved, backordered, refused, left));
    }

    /** A parcel leaves; without lines with all that is there. */
    void ships(int n, LineQuantity... lines) {
        staff(Commands.approve(n, lines));
        service(Commands.dispatch(n));
    }

    void arrives(int n, LineQuantity... lines) {
        ships(n, lines);
        service(Commands.deliver(n));
    }

    /** Goods come back and are inspected. */
    List<OrderEvent> returned(int n, String accepted, LineQuantity... lines) {
        by("CUSTOMER", Commands.askBack(n, lines));
        service(Commands.returnIs(n, ReturnStage.APPROVED));
        service(Commands.returnIs(n, ReturnStage.RECEIVED, lines));
        return service(Commands.inspected(n, accepted, null));
    }

    /** Refuses nothing, whatever it is asked, until it is asked no more. */
    void settles() {
        boolean again = true;
        for (int round = 0; again; round++) {
            assertThat(round).as("rounds until nothing is asked").isLessThan(100);
            again = false;
            for (int n = 1; n <= facts().funds().payments().size(); n++) {
                if (asked(n) != null) {
                    done(n);
                    again = true;
                }
            }
        }
    }

    void owes(String due) {
        assertThat(facts().funds().due()).isEqualTo(eur(due));
    }
}
