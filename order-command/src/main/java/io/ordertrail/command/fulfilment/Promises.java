package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.command.fulfilment.Promise.Answer;
import io.ordertrail.command.fulfilment.Promise.Round;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The stock that was asked for, line by line, and what was answered. */
record Promises(Map<String, Promise> lines) {

    static final Promises NONE = new Promises(Map.of());

    /** @param round tells one asking from the next */
    Promises ask(StockLine line, int round) {
        Promise before = lines.get(line.lineId());
        Promise asked = before == null ? new Promise(line.sku(), 0, Answer.ASKED, null, null, null) : before;
        int units = line.quantity() + asked.quantity();
        return with(line.lineId(), asked.more(units, new Round(round, units)));
    }

    /**
     * The line needs {@code fewer} units than before: those that cannot be had go first. What an open line gets beyond that is
     * known with its last answer only.
     */
    Promises lessen(String lineId, int fewer) {
        Promise before = lines.get(lineId);
        if (before == null) {
            return this;
        }
        int left = Math.max(before.quantity() - fewer, 0);
        if (before.isOpen()) {
            return with(lineId, before.of(left));
        }
        Promise rest = before.answer() == Answer.REFUSED && fewer >= before.refused() ? before.kept() : before;
        return rest == null || (left == 0 && rest.isWhole()) ? without(lineId) : with(lineId, rest.of(left));
    }

    /**
     * So many units more are promised to the line; with its last answer it may turn out to have more than it wants.
     *
     * @param there whether they are in stock
     */
    Promises grant(String lineId, int units, boolean there) {
        return change(lineId, promise -> promise.granted(units, there));
    }

    /** What was asked for in this round cannot be had. */
    Promises refuse(String lineId, int round) {
        return change(lineId, promise -> promise.refused(round));
    }

    /** All that the line had is taken back. What is on its way to it is not. */
    Promises release(String lineId) {
        return change(
                lineId,
                promise -> promise.isOpen()
                        ? promise
                        : new Promise(promise.sku(), promise.quantity(), Answer.RELEASED, null, null, null));
    }

    /** What a line waited for is there: stock fills all of it at once. */
    Promises fill(String lineId) {
        return change(lineId, Promise::filled);
    }

    /** The order hears of all that is back-ordered. */
    Promises told() {
        Map<String, Promise> all = new LinkedHashMap<>(lines);
        all.replaceAll((line, promise) -> promise.told());
        return new Promises(Collections.unmodifiableMap(all));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean areAnswered() {
        return lines.values().stream().noneMatch(Promise::isOpen);
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

    /** What the order must hear of; what it has heard of it does not count again. */
    List<LineQuantity> backordered() {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().answer() == Answer.BACKORDERED)
                .map(line -> new LineQuantity(line.getKey(), line.getValue().missing()))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    Optional<Promise> of(String lineId) {
        return Optional.ofNullable(lines.get(lineId));
    }

    private Promises change(String lineId, UnaryOperator<Promise> change) {
        Promise before = lines.get(lineId);
        return before == null ? this : with(lineId, change.apply(before));
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
