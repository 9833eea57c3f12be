package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.NOW;
import static io.ordertrail.command.stock.StockSamples.filled;
import static io.ordertrail.command.stock.StockSamples.order;

import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.UniqueNames;
import io.ordertrail.command.order.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StockNewsTest {

    private final JdbcClient jdbc = Database.empty();
    private final StockNews news = new StockNews(new TrackedSkus(jdbc));
    private final RecordedSteps steps = new RecordedSteps();

    @Test
    void an_order_hears_that_what_it_waited_for_is_there() {
        news.on(filled(1, 4), 17, steps);
        steps.sent(StepId.first("stock-news", order(1), "filled:1:17"), new RecordBackorderFilled(order(1), "1", 4))
                .nothingElse();
    }

    @Test
    void S5_what_left_is_taken_from_the_stock_of_what_is_tracked_until_the_stock_lets_it() {
        new UniqueNames(jdbc).claim(StockItemId.SKU, "TEE-M", "stock-TEE-M");
        news.on(
                new ShipmentDispatched(
                        "shipment-1",
                        order(1),
                        List.of(new ShipmentLine("1", "TEE-M", 2), new ShipmentLine("2", "OTHER", 3)),
                        "DHL",
                        "T-1",
                        NOW),
                steps);
        steps.compensated(
                        StepId.first("stock-news", "shipment-1", "dispatched:1"),
                        new DispatchStock("stock-TEE-M", order(1), "1", "shipment-1", 2, NOW))
                .nothingElse();
    }
}
