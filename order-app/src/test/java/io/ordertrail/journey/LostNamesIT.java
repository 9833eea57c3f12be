package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seen with a new database beside an Axon Server with orders: numbers were given twice, and no view could take them in. */
class LostNamesIT {

    private static final String ORDER =
            Shop.ORDER.replace("{\"customerId\"", "{\"externalRef\":\"ref-1\",\"customerId\"");

    private final Path dataDir = InProcess.newDataDir();

    @Test
    void numbers_and_references_are_given_once_though_the_rows_that_kept_them_are_lost() {
        try (InProcess service = start("true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            shop.place();
            assertThat(shop.post("/api/v1/orders", ORDER).expect(201).at("/number"))
                    .endsWith("-000002");
        }
        try (InProcess service = start("false")) {
            JdbcClient jdbc = service.context().getBean(JdbcClient.class);
            jdbc.sql("delete from claimed_name").update();
            jdbc.sql("alter sequence order_number_seq restart with 1").update();
        }
        try (InProcess service = start("true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            assertThat(shop.post("/api/v1/orders", Shop.ORDER).expect(201).at("/number"))
                    .endsWith("-000003");
            assertThat(shop.post("/api/v1/orders", ORDER).expect(409).at("/code"))
                    .isEqualTo("EXTERNAL_REF_TAKEN");
        }
    }

    private InProcess start(String processors) {
        return InProcess.start(
                List.of("ordertrail.data-dir=" + dataDir, "ordertrail.processors.auto-start=" + processors));
    }
}
