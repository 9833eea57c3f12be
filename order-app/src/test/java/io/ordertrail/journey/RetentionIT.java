package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers are forgotten by rule: with a time of seconds in the place of years. */
class RetentionIT {

    private static final String CUSTOMERS = "/api/v1/customers/";

    @Test
    void who_was_away_for_so_long_is_forgotten_and_who_may_not_be_is_kept() {
        try (InProcess service = InProcess.start(List.of(
                "ordertrail.data-dir=" + InProcess.newDataDir(),
                "ordertrail.personal-data.erase-after=3s",
                "ordertrail.personal-data.every=1s"))) {
            Shop shop = new Shop(service.url(), reply -> {});
            String gone = cancelled(shop, "c-gone");
            String held = cancelled(shop, "c-held");
            shop.post(CUSTOMERS + "c-held/legal-hold", "{\"reason\":\"case 12\"}")
                    .expect(200);
            String open = placed(shop, "c-open");

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(state(shop, "c-gone")).isEqualTo("ERASED");
                assertThat(name(shop, gone)).isEqualTo("[erased]");
            });
            assertThat(shop.get(CUSTOMERS + "c-gone/erasure").expect(200).at("/reason"))
                    .isEqualTo("Nothing has happened for longer than 3s.");
            // The others were as old, and were looked at with them.
            assertThat(state(shop, "c-held")).isEqualTo("KEPT");
            assertThat(name(shop, held)).isEqualTo("A. Turing");
            assertThat(state(shop, "c-open")).isEqualTo("KEPT");
            assertThat(name(shop, open)).isEqualTo("A. Turing");

            shop.post(CUSTOMERS + "c-held/legal-hold/lift", "{\"reason\":\"closed\"}")
                    .expect(200);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(state(shop, "c-held")).isEqualTo("ERASED"));
        }
    }

    private static String placed(Shop shop, String customer) {
        return shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                .expect(201)
                .at("/id");
    }

    private static String cancelled(Shop shop, String customer) {
        String order = placed(shop, customer);
        shop.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}")
                .expect(200);
        return order;
    }

    private static String state(Shop shop, String customer) {
        return shop.get(CUSTOMERS + customer).expect(200).at("/state");
    }

    private static String name(Shop shop, String order) {
        return shop.get("/api/v1/orders/" + order).expect(200).at("/shippingAddress/name");
    }
}
