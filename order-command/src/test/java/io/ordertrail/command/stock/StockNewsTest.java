package io.ordertrail.command.stock;

import static io.ordertrail.command.stock.StockSamples.NOW;
import static io.ordertrail.command.stock.StockSamples.filled;
import static io.ordertrail.command.stock.StockSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.axon.process.Steps;
import io.ordertrail.command.UniqueNames;
import io.ordertrail.command.order.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StockNewsTest {

    private final JdbcClient jdbc = Database.empty();
    private final StockNews news = new StockNews(new TrackedSkus(jdbc));
    private final Sent steps = new Sent();

    @Test
    void an_order_hears_that_what_it_waited_for_is_there() {
        news.on(filled(1, 4), 17, steps);
        assertThat(steps.sent)
                .containsOnly(Map.entry(
                        StepId.first("stock-news", order(1), "filled:1:17"),
                        new RecordBackorderFilled(order(1), "1", 4)));
    }

    @Test
    void S5_what_left_is_taken_from_the_stock_of_what_is_tracked() {
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
        assertThat(steps.sent)
                .containsOnly(Map.entry(
                        StepId.first("stock-news", "shipment-1", "dispatched:1"),
                        new DispatchStock("stock-TEE-M", order(1), "1", "shipment-1", 2, NOW)));
    }

    private static final class Sent implements Steps {

        private final Map<StepId, Object> sent = new LinkedHashMap<>();

        @Override
        public void send(StepId step, Object command) {
            assertThat(sent.put(step, command)).isNull();
        }

        @Override
        public void sendAt(StepId step, Instant when, Object command) {
            throw new AssertionError("Nothing waits");
        }

        @Override
        public void compensate(StepId step, Object command) {
            throw new AssertionError("Nothing is taken back");
        }

        @Override
        public void cancel(StepId step) {
            throw new AssertionError("Nothing is taken back");
        }
    }
}
