package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.step;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.stock.ReleaseReason;
import io.ordertrail.api.stock.StockCommand.ReleaseReservation;
import io.ordertrail.api.stock.StockEvent.ReservationReleased;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.command.fulfilment.FulfilmentSettings.Shipments;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** The order of {@link Story}, on its way. */
abstract class FulfilmentScenario {

    static final Instant IN_15_MINUTES = NOW.plus(Duration.ofMinutes(15));

    final RecordedSteps steps = new RecordedSteps();
    private final SagaTestFixture<Fulfilment> fixture = new SagaTestFixture<>(Fulfilment.class);

    FulfilmentScenario() {
        fixture.registerResource(steps);
        settings(Shipments.MANUAL);
        fixture.givenCurrentTime(NOW);
    }

    void settings(Shipments shipments) {
        fixture.registerResource(new FulfilmentSettings(
                Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofHours(48), shipments));
    }

    /** What was sent by the time of the last of {@code events}, numbered from 0, is forgotten. */
    FixtureExecutionResult after(Object... events) {
        for (int i = 0; i < events.length - 1; i++) {
            fixture.givenAggregate(ORDER).published(events[i]);
        }
        steps.forget();
        return fixture.whenAggregate(ORDER).publishes(events[events.length - 1]);
    }

    static String second() {
        return payment(2);
    }

    static String payment(int number) {
        return OrderId.payment(ORDER, step("pay:" + number).text());
    }

    static ReleaseReservation release(String sku, String lineId) {
        return new ReleaseReservation("stock-" + sku, ORDER, lineId, null, ReleaseReason.ORDER_CANCELLED);
    }

    static ReservationReleased released(String sku, String lineId, int quantity) {
        return new ReservationReleased("stock-" + sku, ORDER, lineId, quantity, 0, ReleaseReason.ORDER_CANCELLED, NOW);
    }

    static PaymentDeclined declined(String paymentId) {
        return new PaymentDeclined(paymentId, ORDER, paymentId + ":authorize:1", eur("55.00"), "no cover", NOW);
    }
}
