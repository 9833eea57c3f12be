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
import org.jspecify.annotations.Nullable;

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

    /**
     * So many units of a SKU for a line.
     *
     * @param kept what the line had before more was asked for, and has whatever is answered; null where it had nothing
     */
    record Promise(
            String sku,
            int quantity,
            Answer answer,
            @Nullable Promise kept) {

        /** Whether all of it is promised. */
        boolean isWhole() {
            return answer == Answer.RESERVED || answer == Answer.BACKORDERED;
        }

        /** Whether it is answered, and there is something to take back. */
        boolean isHeld() {
            return isWhole() || (answer == Answer.REFUSED && kept != null);
        }

        /** How many units cannot be had. */
        int refused() {
            int had = kept == null ? 0 : kept.quantity;
            return answer == Answer.REFUSED ? Math.max(quantity - had, 0) : 0;
        }

        /** What of it is promised; null where nothing is. */
        @Nullable
        Promise standing() {
            return isWhole() ? this : kept;
        }

        private Promise of(int units) {
            return new Promise(sku, units, answer, kept);
        }

        private Promise filled() {
            return answer == Answer.BACKORDERED ? new Promise(sku, quantity, Answer.RESERVED, null) : this;
        }
    }

    Promises ask(StockLine line) {
        Promise before = lines.get(line.lineId());
        int units = line.quantity() + (before == null ? 0 : before.quantity());
        Promise kept = before == null ? null : before.standing();
        return with(line.lineId(), new Promise(line.sku(), units, Answer.ASKED, kept));
    }

    /** The line needs {@code fewer} units than before: those that cannot be had go first. */
    Promises lessen(String lineId, int fewer) {
        Promise before = lines.get(lineId);
        if (before == null) {
            return this;
        }
        int left = Math.max(before.quantity() - fewer, 0);
        Promise rest = before.answer() == Answer.REFUSED && fewer >= before.refused() ? before.kept() : before;
        return rest == null || (left == 0 && rest.isWhole()) ? without(lineId) : with(lineId, rest.of(left));
    }

    /** Nothing changes for a line that nothing was asked for, or that was taken back. */
    Promises answer(String lineId, Answer answer) {
        Promise before = lines.get(lineId);
        if (before == null || before.answer() == Answer.RELEASED) {
            return this;
        }
        Promise kept = answer == Answer.REFUSED ? before.kept() : null;
        return with(lineId, new Promise(before.sku(), before.quantity(), answer, kept));
    }

    /** What a line waited for is there. */
    Promises fill(String lineId) {
        Promise before = lines.get(lineId);
        if (before == null) {
            return this;
        }
        Promise kept = before.kept();
        return kept == null
                ? with(lineId, before.filled())
                : with(lineId, new Promise(before.sku(), before.quantity(), before.answer(), kept.filled()));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean areAnswered() {
        return lines.values().stream().noneMatch(promise -> promise.answer() == Answer.ASKED);
    }

    /** Whether every line that was asked for is promised. */
    boolean areKept() {
        return lines.values().stream().allMatch(Promise::isWhole);
    }

    /** Whether what the line has is in stock. */
    boolean isThere(String lineId) {
        return of(lineId)
                .map(Promise::standing)
                .filter(promise -> promise.answer() == Answer.RESERVED)
                .isPresent();
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

    private Promises without(String lineId) {
        Map<String, Promise> fewer = new LinkedHashMap<>(lines);
        fewer.remove(lineId);
        return new Promises(Collections.unmodifiableMap(fewer));
    }

    private Promises with(String lineId, Promise promise) {
        Map<String, Promise> changed = new LinkedHashMap<>(lines);
        changed.put(lineId, promise);
        return new Promises(Collections.unmodifiableMap(changed));
    }
}
