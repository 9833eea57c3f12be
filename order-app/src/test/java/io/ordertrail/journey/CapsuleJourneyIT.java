package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.CUSTOMER;
import static io.ordertrail.journey.FaultShop.ORDERS;
import static io.ordertrail.journey.FaultShop.from;
import static io.ordertrail.journey.FaultShop.line;
import static io.ordertrail.journey.FaultShop.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order is carried from one service to another, empty one, by the command line of the jar. */
class CapsuleJourneyIT {

    private static final String NAME = "A. Turing";

    private final Path log = InProcess.newDataDir().resolve("capsule.log");

    @Test
    void an_order_shows_the_same_where_its_capsule_was_loaded() throws Exception {
        Path here = InProcess.newDataDir();
        Path there = InProcess.newDataDir();
        Path file = here.resolve("case.ndjson");
        String order;
        List<JsonNode> before;
        try (InProcess service = InProcess.start(List.of("ordertrail.data-dir=" + here))) {
            FaultShop shop = new FaultShop(new Shop(service.url(), Contracted.by(service.url())));
            shop.sku("MUG", 10, 5);
            String account = shop.account(CUSTOMER, "50.00");
            order = shop.confirmed("PREPAID", from(account), line("MUG", 2, "10.00"));
            shop.deliver(order, units("1", 1));
            shop.goodsBack(order, "", "", units("1", 1));
            shop.http().awaitQuiet();
            before = shown(shop, order);
        }
        assertThat(run("capsule", "export", order, "--out", file.toString(), "--data-dir", here.toString()))
                .as(Files.readString(log))
                .isZero();
        assertThat(Files.readString(file)).contains(order).doesNotContain(NAME);
        assertThat(run("capsule", "load", file.toString(), "--data-dir", there.toString()))
                .as(Files.readString(log))
                .isZero();
        try (InProcess service = InProcess.start(List.of("ordertrail.data-dir=" + there))) {
            FaultShop shop = new FaultShop(new Shop(service.url(), Contracted.by(service.url())));
            String carried = order;
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(shown(shop, carried)).isEqualTo(before));
        }
        // Only an empty one takes it.
        assertThat(run("capsule", "load", file.toString(), "--data-dir", there.toString()))
                .isNotZero();
    }

    private int run(String... arguments) throws InterruptedException {
        return Child.jar(log, List.of(arguments)).waitFor();
    }

    /** The order, its payments, parcels and returns, and its history, but for who did it and where it goes. */
    private static List<JsonNode> shown(FaultShop shop, String order) {
        JsonNode now = shop.order(order);
        List<JsonNode> shown = new ArrayList<>(List.of(now));
        now.at("/payments")
                .forEach(each ->
                        shown.add(get(shop, FaultShop.PAYMENTS + each.at("/id").asString())));
        now.at("/shipments")
                .forEach(each ->
                        shown.add(get(shop, FaultShop.SHIPMENTS + each.at("/id").asString())));
        now.at("/returns")
                .forEach(each ->
                        shown.add(get(shop, FaultShop.RETURNS + each.at("/id").asString())));
        get(shop, ORDERS + order + "/history").at("/entries").forEach(shown::add);
        assertThat(shown).hasSizeGreaterThan(10);
        shown.forEach(CapsuleJourneyIT::unmasked);
        return shown;
    }

    private static JsonNode get(FaultShop shop, String path) {
        return shop.http().get(path).expect(200).body();
    }

    private static void unmasked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("shippingAddress", "billingAddress", "actor", "onBehalfOf"));
        }
        node.forEach(CapsuleJourneyIT::unmasked);
    }
}
