package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderGoodsCommand.RecordReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RetryReturnRefund;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.SettleReturn;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Between an order, its returns, and the stock that goods go back to. The money is the order's to ask for. */
final class ReturnPolicy {

    static final String NAME = "return";

    private final Function<Collection<String>, Set<String>> tracked;

    /** @param tracked which of some SKUs are kept as stock (rule S7) */
    ReturnPolicy(Function<Collection<String>, Set<String>> tracked) {
        this.tracked = tracked;
    }

    /** The order admitted it: the return begins. */
    @EventHandler
    void on(ReturnRecorded event, StepOutbox steps) {
        if (event.stage() == ReturnStage.REQUESTED) {
            List<ReturnLine> lines = IntStream.range(0, event.lines().size())
                    .mapToObj(i -> line(event, i))
                    .toList();
            steps.insist(
                    step(event.orderId(), "open-return", event.returnId(), 0),
                    new OpenReturn(event.returnId(), event.orderId(), lines, event.creditAccountId(), event.at()));
        }
    }

    @EventHandler
    void on(ReturnApproved event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.APPROVED, List.of(), null, null, steps);
    }

    @EventHandler
    void on(ReturnRejected event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.REJECTED, List.of(), null, null, steps);
    }

    /** Goods may come several times. */
    @EventHandler
    void on(ReturnItemsReceived event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.RECEIVED, units(event.lines()), null, null, steps);
    }

    /** Rule R4: what passed and is kept as stock goes back there, and nothing else. */
    @EventHandler
    void on(ReturnInspected event, StepOutbox steps) {
        Set<String> stock = tracked.apply(event.skus());
        passed(event).forEach((line, quantity) -> {
            if (stock.contains(line.sku())) {
                steps.insist(
                        step(event.orderId(), "return-stock", event.returnId() + ":" + line.lineId(), 0),
                        new ReturnStock(
                                StockItemId.of(line.sku()),
                                event.orderId(),
                                line.lineId(),
                                event.returnId(),
                                quantity,
                                event.at()));
            }
        });
    }

    /** The order hears of an inspection by what goes back for it. */
    @EventHandler
    void on(ReturnRefundDecided event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.INSPECTED, List.of(), event.due(), event.shipping(), steps);
    }

    @EventHandler
    void on(ReturnExpired event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.EXPIRED, List.of(), null, null, steps);
    }

    /** It names all that came: the order takes what is missing as kept, and news of it may have been held up. */
    @EventHandler
    void on(ReturnClosed event, @SequenceNumber long version, StepOutbox steps) {
        record(event, version, ReturnStage.CLOSED, units(event.received()), null, null, steps);
    }

    @EventHandler
    void on(ReturnSettled event, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "settle-return", event.returnId(), 0),
                new SettleReturn(event.returnId(), event.amount(), event.to()));
    }

    @EventHandler
    void on(ReturnRefundRetried event, @SequenceNumber long version, StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "retry-return-refund", event.returnId(), version),
                new RetryReturnRefund(event.orderId(), event.returnId(), event.creditAccountId()));
    }

    private static void record(
            ReturnEvent event,
            long version,
            ReturnStage stage,
            List<LineQuantity> lines,
            @Nullable Money accepted,
            @Nullable Money shipping,
            StepOutbox steps) {
        steps.insist(
                step(event.orderId(), "record-return", event.returnId(), version),
                new RecordReturn(event.orderId(), event.returnId(), stage, lines, accepted, shipping, event.at()));
    }

    private static Map<Line, Long> passed(ReturnInspected event) {
        Map<Line, Long> units = new LinkedHashMap<>();
        for (int i = 0; i < event.verdicts().size(); i++) {
            var verdict = event.verdicts().get(i);
            if (verdict.disposition() == Disposition.RESTOCK) {
                units.merge(new Line(verdict.lineId(), event.skus().get(i)), (long) verdict.quantity(), Long::sum);
            }
        }
        return units;
    }

    private static List<LineQuantity> units(List<ReturnedUnits> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
    }

    private static ReturnLine line(ReturnRecorded event, int i) {
        LineQuantity line = event.lines().get(i);
        return new ReturnLine(
                line.lineId(),
                event.skus().get(i),
                line.quantity(),
                event.worth().get(i),
                event.reason());
    }

    private static StepId step(String orderId, String kind, String of, long number) {
        return StepId.of(NAME, orderId, kind, of, number);
    }

    private record Line(String lineId, String sku) {}
}
