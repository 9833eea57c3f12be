package io.ordertrail.command.returns;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.order.OrderLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** What an order and its returns have to tell each other. */
final class ReturnNews {

    /** The process, in the ids of its steps. */
    static final String NAME = "return-news";

    private final OrderLines orders;
    private final GoodsReceived goods;

    ReturnNews(OrderLines orders, GoodsReceived goods) {
        this.orders = orders;
        this.goods = goods;
    }

    /** The order admitted it: the return begins. The front door says the same, at once and as the same step. */
    @EventHandler
    void on(ReturnRecorded event, Steps steps) {
        if (event.stage() == ReturnStage.REQUESTED) {
            steps.send(
                    step(event.returnId(), "open"),
                    new OpenReturn(
                            event.returnId(),
                            event.orderId(),
                            lines(event, orders.skusOf(event.orderId())),
                            event.creditAccountId(),
                            event.at()));
        }
    }

    @EventHandler
    void on(ReturnApproved event, Steps steps) {
        tell(event, ReturnStage.APPROVED, "approved", steps);
    }

    @EventHandler
    void on(ReturnRejected event, Steps steps) {
        tell(event, ReturnStage.REJECTED, "rejected", steps);
    }

    /** Goods may come several times, so the event's place in its stream tells which. */
    @EventHandler
    void on(ReturnItemsReceived event, @SequenceNumber long version, Steps steps) {
        List<LineQuantity> came = event.lines().stream()
                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                .toList();
        tell(event, ReturnStage.RECEIVED, came, "received:" + version, steps);
    }

    @EventHandler
    void on(ReturnExpired event, Steps steps) {
        tell(event, ReturnStage.EXPIRED, "expired", steps);
    }

    /** It may arrive before the news of goods that came, and names them all, since the order takes what is missing as kept. */
    @EventHandler
    void on(ReturnClosed event, Steps steps) {
        tell(event, ReturnStage.CLOSED, goods.of(event.returnId()), "closed", steps);
    }

    static StepId step(String returnId, String what) {
        return StepId.first(NAME, returnId, what);
    }

    private static void tell(ReturnEvent event, ReturnStage stage, String what, Steps steps) {
        tell(event, stage, List.of(), what, steps);
    }

    private static void tell(ReturnEvent event, ReturnStage stage, List<LineQuantity> came, String what, Steps steps) {
        steps.send(step(event.returnId(), what), new RecordReturn(event.orderId(), event.returnId(), stage, came));
    }

    private static List<ReturnLine> lines(ReturnRecorded event, Map<String, String> skus) {
        List<ReturnLine> lines = new ArrayList<>();
        for (int i = 0; i < event.lines().size(); i++) {
            LineQuantity line = event.lines().get(i);
            String sku = skus.get(line.lineId());
            if (sku == null) {
                throw new IllegalStateException("Line " + line.lineId() + " was asked back and is not in its order");
            }
            lines.add(new ReturnLine(
                    line.lineId(), sku, line.quantity(), event.worth().get(i), event.reason()));
        }
        return List.copyOf(lines);
    }
}
