package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The asks of some orders on their way to stock: they arrive in any order, twice, late or never. */
final class StockAsks {

    private final int orders;
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final List<Sent> onTheirWay = new ArrayList<>();
    private final Set<Sent> arrived = new HashSet<>();

    StockAsks(int orders) {
        this.orders = orders;
    }

    record Sent(SetReservation ask) {

        String commandId() {
            return ask.orderId() + " " + ask.number();
        }
    }

    /** One of those that were sent, or a new one, which may be left on its way. */
    Sent any(RandomGenerator random) {
        int order = 1 + random.nextInt(orders);
        int number = newest.merge(order, 1, Integer::sum);
        Sent sent = new Sent(ask(order, number, random.nextInt(7), random.nextInt(4)));
        onTheirWay.add(sent);
        return random.nextInt(3) > 0 ? sent : onTheirWay.get(random.nextInt(onTheirWay.size()));
    }

    boolean isRepeat(Sent sent) {
        return arrived.contains(sent);
    }

    void arrived(Sent sent, List<StockEvent> events) {
        if (arrived.add(sent)) {
            assertThat(events.get(0)).isInstanceOf(ReservationSet.class);
        }
        if (arrived.size() % 2 == 0) {
            onTheirWay.remove(sent);
        }
    }

    void areAnsweredOnce(List<StockEvent> events) {
        List<String> answers = events.stream()
                .filter(ReservationSet.class::isInstance)
                .map(ReservationSet.class::cast)
                .map(answer -> answer.orderId() + " " + answer.number())
                .toList();
        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        arrived.stream().map(Sent::commandId).toList());
    }
}
