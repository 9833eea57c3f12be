package io.ordertrail.model.order.goods;

import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.model.kernel.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * A return as the order knows it.
 *
 * @param left units that were asked back and neither came nor stay for good, by line id
 * @param came units that came, as far as the order has heard, by line id
 * @param worth what the units are worth that came or may still come, by line id (rule R3)
 */
public record ReturnProgress(
        ReturnStage stage, Map<String, Integer> left, Map<String, Integer> came, Map<String, Money> worth) {

    /** Stages from which a return only goes on, in their order; the last two are one step further than any before. */
    private static final List<ReturnStage> COURSE =
            List.of(ReturnStage.REQUESTED, ReturnStage.APPROVED, ReturnStage.RECEIVED, ReturnStage.INSPECTED);

    public static ReturnProgress of(ReturnRecorded requested) {
        Map<String, Integer> units = new LinkedHashMap<>();
        Map<String, Money> worth = new LinkedHashMap<>();
        for (int i = 0; i < requested.lines().size(); i++) {
            LineQuantity line = requested.lines().get(i);
            units.put(line.lineId(), line.quantity());
            worth.put(line.lineId(), requested.worth().get(i));
        }
        return new ReturnProgress(requested.stage(), units, Map.of(), worth);
    }

    public ReturnProgress after(ReturnRecorded event) {
        Map<String, Integer> fewer = new LinkedHashMap<>(left);
        Map<String, Integer> more = new LinkedHashMap<>(came);
        Map<String, Money> rest = new LinkedHashMap<>(worth);
        for (LineQuantity line : event.lines()) {
            if (event.stage() == ReturnStage.RECEIVED) {
                more.merge(line.lineId(), line.quantity(), Integer::sum);
            } else {
                int units = left.getOrDefault(line.lineId(), 0) + came.getOrDefault(line.lineId(), 0);
                rest.computeIfPresent(
                        line.lineId(),
                        (id, all) -> all.minus(Split.portion(all, units - line.quantity(), line.quantity(), units)));
            }
            fewer.merge(line.lineId(), -line.quantity(), Integer::sum);
        }
        fewer.values().removeIf(units -> units == 0);
        return new ReturnProgress(event.stage(), fewer, more, rest);
    }

    /** Of {@code all} that came, what the order has not heard of. */
    public List<LineQuantity> unheard(List<LineQuantity> all) {
        return moved(
                ReturnStage.RECEIVED,
                all.stream()
                        .map(line ->
                                new LineQuantity(line.lineId(), line.quantity() - came.getOrDefault(line.lineId(), 0)))
                        .toList());
    }

    /** Whether news of {@code next} comes too late: the return has come further already. */
    public boolean isPast(ReturnStage next) {
        return step(next) < step(stage);
    }

    /** The units that {@code next} moves; at RECEIVED those of {@code arrived}, as far as they were asked back. */
    public List<LineQuantity> moved(ReturnStage next, List<LineQuantity> arrived) {
        return switch (next) {
            case REQUESTED, APPROVED, INSPECTED, UNKNOWN -> List.of();
            case RECEIVED ->
                arrived.stream()
                        .map(line -> new LineQuantity(
                                line.lineId(), Math.min(line.quantity(), left.getOrDefault(line.lineId(), 0))))
                        .filter(line -> line.quantity() > 0)
                        .toList();
            case REJECTED, EXPIRED, CLOSED ->
                left.entrySet().stream()
                        .map(line -> new LineQuantity(line.getKey(), line.getValue()))
                        .toList();
        };
    }

    private static int step(ReturnStage stage) {
        int step = COURSE.indexOf(stage);
        return step >= 0 ? step : stage == ReturnStage.CLOSED ? COURSE.size() + 1 : COURSE.size();
    }
}
