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
import java.util.Random;
import java.util.Set;

/** The asks of some orders on their way to stock: they arrive in any order, twice, late or never. */
final class StockAsks {

    private final int orders;
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final List<SetReservation> sent = new ArrayList<>();
    private final Set<SetReservation> arrived = new HashSet<>();

    StockAsks(int orders) {
        this.orders = orders;
    }

    /** An order asks anew; what arrives is that, or one of those that were sent before. */
    SetReservation any(Random random) {
        int order = 1 + random.nextInt(orders);
        int number = newest.merge(order, 1, Integer::sum);
        SetReservation ask = ask(order, number, random.nextInt(7), random.nextInt(4));
        sent.add(ask);
        return random.nextBoolean() ? ask : sent.get(random.nextInt(sent.size()));
    }

    static String commandId(SetReservation ask) {
        return ask.orderId() + " " + ask.number();
    }

    /** @return whether it has arrived before */
    boolean arrives(SetReservation ask) {
        return !arrived.add(ask);
    }

    void areAnsweredOnce(List<StockEvent> events) {
        List<String> answers = events.stream()
                .filter(ReservationSet.class::isInstance)
                .map(ReservationSet.class::cast)
                .map(answer -> answer.orderId() + " " + answer.number())
                .toList();
        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        arrived.stream().map(StockAsks::commandId).toList());
    }
}
