package io.ordertrail.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A stock item as one would write it on paper: plain sums, added up anew each time. It fails on what must never happen. */
final class StockModel {

    private long onHand;
    private long safety;
    private long limit;
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Long> gone = new HashMap<>();

    /** The orders that got all they were promised. */
    private final Set<String> kept = new HashSet<>();

    /** In the order in which they began to wait. */
    private final Map<String, Long> waiting = new LinkedHashMap<>();

    void take(StockEvent event) {
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
        } else if (event instanceof StockReturned it) {
            onHand += it.quantity();
        } else if (event instanceof StockReserved it) {
            reserved.merge(it.orderId(), it.quantity(), Long::sum);
            nothingIsPromisedTwice(event);
        } else if (event instanceof BackorderRecorded it) {
            waiting.merge(it.orderId(), it.quantity(), Long::sum);
            assertThat(sum(waiting)).isLessThanOrEqualTo(limit);
        } else if (event instanceof BackorderFilled it) {
            assertThat(it.orderId())
                    .as("The oldest goes first")
                    .isEqualTo(waiting.keySet().iterator().next());
            move(waiting, it.orderId(), it.quantity());
            reserved.merge(it.orderId(), it.quantity(), Long::sum);
            nothingIsPromisedTwice(event);
        } else if (event instanceof ReservationReleased it) {
            move(waiting, it.orderId(), it.backordered());
            move(reserved, it.orderId(), it.quantity() - it.backordered());
        } else if (event instanceof StockDispatched it) {
            onHand -= it.quantity();
            move(waiting, it.orderId(), it.backordered());
            move(reserved, it.orderId(), it.reserved());
            gone.merge(it.orderId(), it.reserved() + it.backordered(), Long::sum);
            if (it.reserved() + it.backordered() > 0) {
                keptBy(it.orderId());
            }
            if (it.quantity() > it.reserved()) {
                nothingIsPromisedTwice(event);
            }
        }
        forgetWhatIsOver();
    }

    private void keptBy(String order) {
        if (reserved.getOrDefault(order, 0L) + waiting.getOrDefault(order, 0L) == 0) {
            kept.add(order);
        }
    }

    private void nothingIsPromisedTwice(StockEvent event) {
        assertThat(available()).as(event.toString()).isNotNegative();
    }

    private static void move(Map<String, Long> from, String order, long units) {
        if (units > 0) {
            long left = from.get(order) - units;
            assertThat(left).isNotNegative();
            from.put(order, left);
        }
    }

    private void forgetWhatIsOver() {
        reserved.values().removeIf(units -> units == 0);
        waiting.values().removeIf(units -> units == 0);
        gone.keySet().removeIf(order -> !reserved.containsKey(order) && !waiting.containsKey(order));
    }

    boolean canPromise(ReserveStock command) {
        String order = command.orderId();
        long more = command.quantity()
                - reserved.getOrDefault(order, 0L)
                - waiting.getOrDefault(order, 0L)
                - gone.getOrDefault(order, 0L);
        return kept.contains(order) || more <= 0 || more <= available() || sum(waiting) + more <= limit;
    }

    void agreesWith(StockItemState state) {
        assertThat(state.onHand()).isEqualTo(onHand).isNotNegative();
        assertThat(state.promises().reserved()).isEqualTo(sum(reserved)).isNotNegative();
        assertThat(state.promises().backordered()).isEqualTo(sum(waiting)).isNotNegative();
        assertThat(state.available()).isEqualTo(available());
        for (Promise promise : state.promises().all()) {
            assertThat(promise.reserved()).isEqualTo(reserved.getOrDefault(promise.orderId(), 0L));
            assertThat(promise.backordered()).isEqualTo(waiting.getOrDefault(promise.orderId(), 0L));
        }
        if (!waiting.isEmpty()) {
            assertThat(waiting.values().iterator().next())
                    .as("Nobody waits for what is there")
                    .isGreaterThan(available());
        }
    }

    private long available() {
        return onHand - sum(reserved) - safety;
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return "%d on hand, %d for safety, reserved %s, waiting %s (at most %d)"
                .formatted(onHand, safety, reserved, waiting, limit);
    }
}
