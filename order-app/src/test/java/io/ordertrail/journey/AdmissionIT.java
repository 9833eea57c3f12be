package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;

/** What was accepted is fulfilled: while what follows from orders stands still, no more are taken in. */
class AdmissionIT {

    @Test
    void orders_are_refused_while_processes_lag_and_taken_in_once_they_have_caught_up() {
        List<String> settings = List.of(
                "ordertrail.data-dir=" + InProcess.newDataDir(),
                "ordertrail.admission.slow-from=5",
                "ordertrail.admission.refuse-from=40");
        try (InProcess service = InProcess.start(settings)) {
            Shop shop = new Shop(service.url(), Contracted.by(service.url()));
            StreamingEventProcessor processes = service.context()
                    .getBean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("processes", StreamingEventProcessor.class)
                    .orElseThrow();
            shop.place();
            processes.shutDown();
            Reply last;
            int placed = 0;
            do {
                last = shop.post("/api/v1/orders", Shop.ORDER);
                placed++;
            } while (last.status() == 201 && placed < 1000);

            last.expect(503);
            assertThat(last.at("/code")).isEqualTo("OVERLOADED");
            assertThat(last.header("Retry-After")).isNotEmpty();
            assertThat(placed).isGreaterThan(20);
            shop.get("/api/v1/orders?limit=1").expect(200);

            processes.start();
            await().until(() -> shop.post("/api/v1/orders", Shop.ORDER).status() == 201);
        }
    }
}
