package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.ORDER;
import static io.ordertrail.command.order.Samples.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.UniqueNames;
import io.ordertrail.command.stock.TrackedSkus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Any commands in any order: what holds for all of them. Every step is random but told by its seed. */
class RandomWalkPropertyTest {

    private static final int STEPS = 40;
    private static final List<LineQuantity> ALL_LEFT = List.of();

    @Property(tries = 300)
    void O3_and_O6_are_never_broken_and_allowed_actions_are_exactly_those_that_succeed(@ForAll long seed) {
        Random random = new Random(seed);
        Walk walk = new Walk(PaymentTerms.values()[random.nextInt(3)], random.nextBoolean());
        for (int step = 0; step < STEPS; step++) {
            walk.step(random, step);
        }
    }

    @Property(tries = 300)
    void cancelling_a_line_in_any_portions_gives_back_its_value_to_the_cent(@ForAll long seed) {
        Random random = new Random(seed);
        int quantity = 1 + random.nextInt(200);
        String price = "%d.%02d".formatted(random.nextInt(50), random.nextInt(100));
        OrderCreated created = Samples.created(
                PaymentTerms.INVOICE,
                List.of(
                        Samples.line("KEPT", 1, "1.00", "0.00", "0.19", true),
                        Samples.line("GONE", quantity, price, "0.00", "0.19", random.nextBoolean())),
                Samples.POST,
                Samples.PLACED);
        OrderState state =
                OrderState.of(created).evolve(Samples.confirmed()).evolve(Samples.approved(1, Samples.units("1", 1)));
        for (int left = quantity; left > 0; ) {
            int more = 1 + random.nextInt(left);
            Cancelled some = Cancelled.of(state, List.of(Samples.units("2", more)));
            assertThat(some.value().isNegative()).isFalse();
            state = state.evolve(
                    Samples.linesCancelled("2", more, some.value().getAmount().toPlainString()));
            left -= more;
        }
        Money gone = created.lines().get(1).gross();
        assertThat(state.facts().funds().value())
                .isEqualTo(created.totals().grand().minus(gone));
    }

    /** One order, its commands sent through a real command handler, its events folded once more beside it. */
    private static final class Walk {

        private final AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        private final OrderModel model = new OrderModel();
        private OrderState expected;
        private long version;

        Walk(PaymentTerms terms, boolean tracked) {
            Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
            OrderRepository orders = OrderScenario.repository(fixture.getEventStore(), clock);
            JdbcClient jdbc = JdbcClient.create(Database.SOURCE);
            fixture.registerRepository(orders);
            fixture.registerInjectableResource(clock);
            fixture.registerInjectableResource(OrderScenario.RETURNS);
            fixture.registerAnnotatedCommandHandler(new OrderDesk(
                    orders,
                    new OrderNames(jdbc, new UniqueNames(jdbc)),
                    new TrackedSkus(jdbc),
                    OrderScenario.PROVIDERS,
                    clock));
            List<OrderEvent> start = new ArrayList<>(List.of(Samples.created(terms)));
            if (tracked) {
                start.add(Samples.stockRequested());
            } else if (terms == PaymentTerms.INVOICE) {
                start.add(Samples.confirmed());
            }
            fixture.given(start);
            expected = OrderState.of((OrderCreated) start.get(0));
            start.stream().skip(1).forEach(event -> expected = expected.evolve(event));
            version = start.size() - 1;
        }

        void step(Random random, int step) {
            if (random.nextInt(3) == 0) {
                happens(news(random, step));
                return;
            }
            OrderAction action = OrderAction.values()[random.nextInt(OrderAction.values().length)];
            if (action == OrderAction.CANCEL && random.nextInt(8) > 0) {
                // Or most walks would end before anything was shipped.
                action = OrderAction.SHIP;
            }
            OrderFacts facts = expected.facts();
            OrderCommand command = command(action, random, step);
            CommandResultMessage<?> result = happens(command);
            if (action != OrderAction.REFUND) {
                agrees(action, facts, command, result);
            }
        }

        /** Sends a command, and holds what came of it against what should have. */
        private CommandResultMessage<?> happens(OrderCommand command) {
            CommandResultMessage<?> result = send(command);
            List<OrderEvent> after = new ArrayList<>();
            fixture.getEventStore()
                    .readEvents(ORDER)
                    .asStream()
                    .filter(event -> event.getSequenceNumber() > version)
                    .forEach(event -> after.add((OrderEvent) event.getPayload()));
            if (result.isExceptional()) {
                assertThat(result.exceptionResult()).as(command.toString()).isInstanceOf(Refused.class);
                assertThat(after).isEmpty();
            } else {
                version += after.size();
                assertThat(result.getPayload()).isEqualTo(Receipt.of(ORDER, version));
            }
            after.forEach(event -> expected = expected.evolve(event));
            if (!after.isEmpty()) {
                model.accepted(command);
            }
            model.agreesWith(expected);
            assertThat(expected.facts().funds().value().isNegative()).isFalse();
            assertThat(expected.facts().awaitsNothingMoreThanConfirmation())
                    .as("confirmed as soon as stock and payment are there")
                    .isFalse();
            return result;
        }

        /** A command that asks for nothing that is not there is refused exactly where the facts say so. */
        private void agrees(
                OrderAction action, OrderFacts facts, OrderCommand command, CommandResultMessage<?> result) {
            var refusal = facts.refusalOf(action);
            if (refusal.isPresent()) {
                assertThat(result.isExceptional())
                        .as("%s, but %s", command, refusal.get())
                        .isTrue();
            } else if (!asksForLines(command)) {
                assertThat(result.isExceptional())
                        .as("%s should be allowed", command)
                        .isFalse();
            }
            if (refusal.isPresent() && action != OrderAction.DISPATCH && action != OrderAction.DELIVER) {
                assertThat(((Refused) result.exceptionResult()).refusal()).isEqualTo(refusal.get());
            }
        }

        private static boolean asksForLines(OrderCommand command) {
            return command instanceof ApproveShipment approve
                            && !approve.lines().isEmpty()
                    || command instanceof CancelLines cancel && !cancel.lines().isEmpty()
                    || command instanceof RequestReturn;
        }

        private OrderCommand command(OrderAction action, Random random, int step) {
            return switch (action) {
                case PAY ->
                    Commands.pay(
                            // Others than the one that the service tells of.
                            STEPS + step,
                            random.nextBoolean() ? PaymentKind.CAPTURED : PaymentKind.AUTHORIZED,
                            random.nextBoolean() ? Samples.TOTAL : "0.01",
                            null);
                case WAIVE_PAYMENT -> Commands.waive();
                case HOLD -> Commands.hold();
                case RELEASE -> Commands.release();
                case SHIP -> Commands.approve(step, lines(random).toArray(LineQuantity[]::new));
                case DISPATCH -> Commands.dispatch(parcel(random, false));
                case DELIVER -> Commands.deliver(parcel(random, true));
                case CANCEL -> Commands.cancel();
                case CANCEL_LINES -> Commands.cancelLines(lines(random).toArray(LineQuantity[]::new));
                case EDIT ->
                    random.nextBoolean()
                            ? Commands.propose(step, Commands.change("1", 1 + random.nextInt(5)))
                            : Commands.propose(
                                    step, Commands.add(Samples.line("NEW", 1, "0.99", "0.10", "0.07", true)));
                case REQUEST_RETURN ->
                    Commands.askBack(step, Samples.units(String.valueOf(1 + random.nextInt(3)), 1 + random.nextInt(3)));
                case REFUND -> Commands.refund("r-" + random.nextInt(STEPS), "0.0" + (1 + random.nextInt(9)));
                case ADD_NOTE -> Commands.note("step " + step);
            };
        }

        /** What the service says, and what needs something that was said before. */
        private OrderCommand news(Random random, int step) {
            int some = random.nextInt(STEPS);
            String line = String.valueOf(1 + random.nextInt(2));
            return switch (random.nextInt(10)) {
                case 0 -> Commands.reserve(Samples.units("1", random.nextInt(3)));
                case 1 ->
                    random.nextInt(10) > 0 ? Commands.reserve() : new OrderCommand.RecordStockRejected(ORDER, line);
                case 2 -> new OrderCommand.RecordBackorderFilled(ORDER, line, 1 + random.nextInt(2));
                case 3 ->
                    random.nextInt(20) > 0
                            ? new OrderCommand.ReportOverdue(ORDER)
                            : new OrderCommand.ExpireOrder(ORDER);
                case 4, 5 ->
                    Commands.told(
                            PaymentKind.values()[random.nextInt(4)], random.nextBoolean() ? Samples.TOTAL : "0.02");
                case 6 -> Commands.withdraw(some);
                case 7 -> Commands.apply(edits(random, some));
                default -> returned(random, some);
            };
        }

        private OrderCommand returned(Random random, int some) {
            List<String> known = List.copyOf(expected.returns().keySet());
            String id = known.isEmpty() ? Samples.returned(some) : known.get(random.nextInt(known.size()));
            ReturnStage stage = ReturnStage.values()[1 + random.nextInt(5)];
            return new OrderCommand.RecordReturn(
                    ORDER,
                    id,
                    stage,
                    List.of(Samples.units(String.valueOf(1 + random.nextInt(2)), 1 + random.nextInt(3))));
        }

        private int edits(Random random, int otherwise) {
            List<Integer> known = IntStream.range(0, STEPS)
                    .filter(n -> expected.edits().containsKey(Samples.edit(n)))
                    .boxed()
                    .toList();
            return known.isEmpty() ? otherwise : known.get(random.nextInt(known.size()));
        }

        private static List<LineQuantity> lines(Random random) {
            return random.nextInt(4) == 0
                    ? ALL_LEFT
                    : List.of(Samples.units(String.valueOf(1 + random.nextInt(3)), 1 + random.nextInt(3)));
        }

        /** A parcel that waits for this step, if there is one. */
        private int parcel(Random random, boolean gone) {
            List<Integer> waiting = new ArrayList<>();
            for (int n = 0; n < STEPS; n++) {
                Parcel parcel = expected.parcels().get(shipment(n));
                if (parcel != null
                        && !parcel.withdrawn()
                        && parcel.deliveredAt() == null
                        && gone == (parcel.dispatchedAt() != null)) {
                    waiting.add(n);
                }
            }
            return waiting.isEmpty() ? random.nextInt(STEPS) : waiting.get(random.nextInt(waiting.size()));
        }

        /** Payments of the sandbox are news; those of staff are asked for. */
        private static String roles(OrderCommand command) {
            return command instanceof OrderCommand.RecordPayment payment
                            && payment.method().equals("MANUAL")
                    ? "STAFF,SUPERVISOR"
                    : "STAFF,SUPERVISOR,SERVICE";
        }

        private CommandResultMessage<?> send(OrderCommand command) {
            List<CommandResultMessage<?>> results = new ArrayList<>();
            fixture.getCommandBus()
                    .dispatch(
                            new GenericCommandMessage<>(
                                    new GenericMessage<>(command, Map.of(MetaKeys.ROLES, roles(command))),
                                    command.getClass().getName()),
                            (message, result) -> results.add(result));
            return results.get(0);
        }
    }
}
