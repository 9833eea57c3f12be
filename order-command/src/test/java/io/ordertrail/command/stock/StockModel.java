package io.ordertrail.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.model.stock.LineId;
import io.ordertrail.model.stock.Reservation;
import io.ordertrail.model.stock.Reservations;
import io.ordertrail.model.stock.StockItemState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stock item as one would write it on paper: plain sums, added up anew each time, and units that are handed out one
 * by one. It fails on what must never happen.
 */
final class StockModel {

    private long onHand;
    private long safety;
    private long limit;
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();

    /** In the order in which they began to wait. */
    private final Map<String, Long> waiting = new LinkedHashMap<>();

    /** What the order was told last of what is kept for it, there and not there, less what has left since. */
    private final Map<String, long[]> told = new HashMap<>();

    void take(StockEvent event) {
        long missingBefore = missing();
        if (event instanceof StockItemRegistered it) {
            safety = it.safety();
            limit = it.backorderLimit();
        } else if (event instanceof StockPolicyChanged it) {
            safety = it.safety();
            limit = it.backorderLimit();
        } else if (event instanceof StockReceived it) {
            onHand += it.quantity();
        } else if (event instanceof StockAdjusted it) {
            onHand += it.quantity();
            missingBefore = missing();
        } else if (event instanceof StockReturned it) {
            onHand += it.quantity();
        } else if (event instanceof BackorderFilled it) {
            fill(it);
        } else if (event instanceof StockDispatched it) {
            onHand -= it.quantity();
            move(waiting, it.orderId(), -it.backordered());
            move(reserved, it.orderId(), -it.reserved());
            move(left, it.orderId(), it.quantity());
            told.computeIfPresent(
                    it.orderId(), (order, kept) -> new long[] {kept[0] - it.reserved(), kept[1] - it.backordered()});
        }
        assertThat(onHand).as("S1").isNotNegative();
        assertThat(missing()).as("S6: only a count finds too few").isLessThanOrEqualTo(missingBefore);
    }

    private void fill(BackorderFilled it) {
        String order = it.orderId();
        assertThat(order)
                .as("The oldest goes first")
                .isEqualTo(waiting.keySet().iterator().next());
        assertThat(it.number()).isEqualTo(newest.get(order));
        assertThat(it.quantity()).isPositive();
        move(waiting, order, -it.quantity());
        move(reserved, order, it.quantity());
        assertThat(available()).as("Nothing is kept twice").isNotNegative();
        assertThat(it.reserved()).isEqualTo(units(reserved, order));
        assertThat(it.backordered()).isEqualTo(units(waiting, order));
        assertThat(it.left()).isEqualTo(units(left, order));
        told.put(order, new long[] {it.reserved(), it.backordered()});
    }

    /** The answer must be this one. */
    void answer(SetReservation ask, ReservationSet answer) {
        String order = ask.orderId();
        boolean first = !newest.containsKey(order);
        if (first) {
            left.put(order, Math.max(units(left, order), ask.left()));
        }
        long wanted = Math.max(0, ask.quantity() + ask.left() - units(left, order));
        assertThat(answer.reservedBefore()).as("reserved before").isEqualTo(units(reserved, order));
        assertThat(answer.backorderedBefore()).as("back-ordered before").isEqualTo(units(waiting, order));
        long refused = 0;
        if (first || ask.number() > newest.get(order)) {
            newest.put(order, ask.number());
            refused = set(order, wanted);
        }
        assertThat(answer.number()).isEqualTo(ask.number());
        assertThat(answer.wanted()).isEqualTo(wanted);
        assertThat(answer.reserved()).as("reserved").isEqualTo(units(reserved, order));
        assertThat(answer.backordered()).as("back-ordered").isEqualTo(units(waiting, order));
        assertThat(answer.refused()).as("refused").isEqualTo(refused);
        assertThat(answer.left()).isEqualTo(units(left, order));
        if (answer.number() == newest.get(order)) {
            told.put(order, new long[] {answer.reserved(), answer.backordered()});
        }
    }

    /** @return the units that it cannot have */
    private long set(String order, long wanted) {
        while (kept(order) > wanted) {
            move(waiting.containsKey(order) ? waiting : reserved, order, -1);
        }
        long before = kept(order);
        long there = 0;
        while (kept(order) < wanted && waiting.isEmpty() && available() > 0) {
            move(reserved, order, 1);
            there++;
        }
        long missing = wanted - kept(order);
        if (missing > 0 && sum(waiting) + missing > limit) {
            move(reserved, order, -there);
            return wanted - before;
        }
        move(waiting, order, missing);
        return 0;
    }

    private long kept(String order) {
        return units(reserved, order) + units(waiting, order);
    }

    void agreesWith(StockItemState state) {
        Reservations reservations = state.reservations();
        assertThat(state.onHand()).isEqualTo(onHand);
        assertThat(reservations.reserved()).isEqualTo(sum(reserved)).isNotNegative();
        assertThat(reservations.backordered()).isEqualTo(sum(waiting)).isNotNegative();
        assertThat(state.available()).isEqualTo(available());
        assertThat(reservations.all()).allMatch(line -> line.kept() > 0);
        for (String order : left.keySet()) {
            Reservation line = reservations.of(new LineId(order, "1"));
            assertThat(line.reserved()).isEqualTo(units(reserved, order));
            assertThat(line.backordered()).isEqualTo(units(waiting, order));
            assertThat(line.left()).isEqualTo(units(left, order));
            assertThat(line.number()).isEqualTo(newest.getOrDefault(order, 0));
        }
        told.forEach((order, kept) -> assertThat(kept)
                .as("What the order was told is what is kept")
                .containsExactly(units(reserved, order), units(waiting, order)));
        if (!waiting.isEmpty()) {
            assertThat(available()).as("Nobody waits for what is there").isNotPositive();
        }
    }

    private long available() {
        return onHand - sum(reserved) - safety;
    }

    private long missing() {
        return Math.max(0, sum(reserved) - onHand);
    }

    private static void move(Map<String, Long> to, String order, long units) {
        long after = units(to, order) + units;
        assertThat(after).isNotNegative();
        to.put(order, after);
        to.values().removeIf(none -> none == 0);
    }

    private static long units(Map<String, Long> of, String order) {
        return of.getOrDefault(order, 0L);
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return "%d on hand, %d for safety, reserved %s, waiting %s (at most %d), left %s, newest %s"
                .formatted(onHand, safety, reserved, waiting, limit, left, newest);
    }
}
