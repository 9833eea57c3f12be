package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.StockLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stock that was asked for, line by line, and what was answered. */
record Promises(Map<String, Promise> lines) {

    static final Promises NONE = new Promises(Map.of());

    /** What became of a line's request. */
    enum Answer {
        /** Not known yet. */
        ASKED,
        RESERVED,
        BACKORDERED,
        REFUSED,
        /** Taken back. */
        RELEASED
    }

    /** So many units of a SKU for a line. */
    record Promise(String sku, int quantity, Answer answer) {

        boolean isHeld() {
            return answer == Answer.RESERVED || answer == Answer.BACKORDERED;
        }
    }

    Promises ask(StockLine line) {
        Promise before = lines.get(line.lineId());
        int held = before == null ? 0 : before.quantity();
        return with(line.lineId(), new Promise(line.sku(), held + line.quantity(), Answer.ASKED));
    }

    /** The line needs {@code fewer} units than before. */
    Promises lessen(String lineId, int fewer) {
        Promise before = lines.get(lineId);
        return before == null
                ? this
                : with(lineId, new Promise(before.sku(), Math.max(before.quantity() - fewer, 0), before.answer()));
    }

    /** Nothing changes for a line that nothing was asked for, or that was taken back. */
    Promises answer(String lineId, Answer answer) {
        Promise before = lines.get(lineId);
        return before == null || before.answer() == Answer.RELEASED
                ? this
                : with(lineId, new Promise(before.sku(), before.quantity(), answer));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean areAnswered() {
        return lines.values().stream().noneMatch(promise -> promise.answer() == Answer.ASKED);
    }

    /** Whether every line that was asked for is promised. */
    boolean areKept() {
        return lines.values().stream().allMatch(Promise::isHeld);
    }

    Stream<Map.Entry<String, Promise>> held() {
        return lines.entrySet().stream().filter(line -> line.getValue().isHeld());
    }

    List<LineQuantity> backordered() {
        return units(promise -> promise.answer() == Answer.BACKORDERED);
    }

    Optional<Promise> of(String lineId) {
        return Optional.ofNullable(lines.get(lineId));
    }

    private List<LineQuantity> units(Predicate<Promise> which) {
        return lines.entrySet().stream()
                .filter(line -> which.test(line.getValue()))
                .map(line -> new LineQuantity(line.getKey(), line.getValue().quantity()))
                .toList();
    }

    private Promises with(String lineId, Promise promise) {
        Map<String, Promise> changed = new LinkedHashMap<>(lines);
        changed.put(lineId, promise);
        return new Promises(Collections.unmodifiableMap(changed));
    }
}
