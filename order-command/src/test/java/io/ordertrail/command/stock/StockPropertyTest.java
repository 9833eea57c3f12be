package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.stock.StockCommand;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import io.ordertrail.model.stock.StockItemState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import tools.jackson.databind.json.JsonMapper;

/** Any commands in any order: what holds for all of them. Every step is random but told by its seed. */
class StockPropertyTest {

    private static final int STEPS = 80;
    private static final int ORDERS = 6;
    private static final JsonMapper JSON = mapper();

    @Property(tries = 60)
    void each_ask_is_answered_once_and_what_is_kept_is_what_the_newest_ones_want(@ForAll long seed) {
        Random random = new Random(seed);
        Walk walk = new Walk(random);
        for (int step = 0; step < STEPS; step++) {
            walk.step(random, step);
        }
        walk.allAsksAreAnsweredOnce();
    }

    @Property(tries = 40)
    void state_from_a_snapshot_and_later_events_is_that_from_all_events(@ForAll long seed) {
        Random random = new Random(seed);
        Walk walk = new Walk(random);
        for (int step = 0; step < STEPS; step++) {
            walk.step(random, step);
        }
        List<StockEvent> events = walk.events();
        int cut = random.nextInt(events.size());
        StockItemState all = fold(null, events, 0, events.size());
        StockItemState first = fold(null, events, 0, cut + 1);
        String stored = JSON.writeValueAsString(StockItemSnapshot.of(ITEM, first));
        StockItemState read = JSON.readValue(stored, StockItemSnapshot.class).state();
        assertThat(read).isEqualTo(first);
        assertThat(fold(read, events, cut + 1, events.size())).isEqualTo(all);
    }

    private static StockItemState fold(StockItemState before, List<StockEvent> events, int from, int to) {
        StockItemState state = before;
        for (int n = from; n < to; n++) {
            StockEvent event = events.get(n);
            state = event instanceof StockItemRegistered it ? StockItemState.of(it) : state.evolve(event, n);
            state = state.handled("command-" + n / 2, n);
        }
        return state;
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        Json.conventions(builder);
        return builder.build();
    }

    /** One item, its commands sent through a real command handler, its events added up once more beside it. */
    private static final class Walk {

        private final AggregateTestFixture<StockItem> fixture =
                StockScenario.scenario(new UniqueClaims(Database.empty())).fixture();
        private final StockModel model = new StockModel();
        private final StockAsks asks = new StockAsks(ORDERS);
        private StockItemState state;
        private long version;

        Walk(Random random) {
            StockItemRegistered start = registered(random.nextInt(3), random.nextInt(12));
            fixture.given(start);
            state = StockItemState.of(start);
            model.take(start);
        }

        List<StockEvent> events() {
            return fixture.getEventStore()
                    .readEvents(ITEM)
                    .asStream()
                    .map(event -> (StockEvent) event.getPayload())
                    .toList();
        }

        void step(Random random, int step) {
            if (random.nextBoolean()) {
                SetReservation ask = asks.any(random);
                boolean again = asks.arrives(ask);
                send(StockAsks.commandId(ask), ask, again);
            } else {
                send("command-" + step, command(random, step), false);
            }
        }

        private void send(String id, StockCommand command, boolean changesNothing) {
            List<CommandResultMessage<?>> results = new ArrayList<>();
            fixture.getCommandBus()
                    .dispatch(
                            new GenericCommandMessage<>(
                                    new GenericMessage<>(id, command, Map.of(MetaKeys.ROLES, "SERVICE")),
                                    command.getClass().getName()),
                            (message, result) -> results.add(result));
            List<StockEvent> after = events().subList((int) version + 1, events().size());
            CommandResultMessage<?> result = results.get(0);
            if (result.isExceptional()) {
                assertThat(result.exceptionResult()).as(command.toString()).isInstanceOf(Refused.class);
                assertThat(command).isNotInstanceOf(SetReservation.class);
            }
            if (result.isExceptional() || changesNothing) {
                assertThat(after).isEmpty();
            }
            take(command, after);
            if (!result.isExceptional() && !changesNothing) {
                Receipt receipt = Receipt.of(ITEM, version);
                assertThat(result.getPayload()).isEqualTo(after.isEmpty() ? receipt.again() : receipt);
            }
            model.agreesWith(state);
        }

        private void take(StockCommand command, List<StockEvent> events) {
            for (StockEvent event : events) {
                if (event instanceof ReservationSet answer && command instanceof SetReservation ask) {
                    model.answer(ask, answer);
                } else {
                    model.take(event);
                }
                state = state.evolve(event, ++version);
            }
        }

        void allAsksAreAnsweredOnce() {
            asks.areAnsweredOnce(events());
        }

        private static StockCommand command(Random random, int step) {
            int order = 1 + random.nextInt(ORDERS);
            int units = 1 + random.nextInt(5);
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> receive(units);
                case 3 -> adjust(random.nextInt(9) == 0 ? units : -units);
                case 4, 5 -> dispatch(order, random.nextInt(step + 1), units);
                case 6 -> giveBack(order, random.nextInt(step + 1), units);
                default -> register(random.nextInt(3), random.nextInt(12));
            };
        }
    }
}
