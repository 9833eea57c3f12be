package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Adds up, from what every order, payment, parcel and return says of itself, what accounts and stock must then have.
 */
final class PlainSums {

    private final Shop shop;
    private final Map<String, BigDecimal> paid = new HashMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();
    private final Map<String, Long> gone = new HashMap<>();
    private final Map<String, Long> kept = new HashMap<>();
    private final Map<String, Long> awaited = new HashMap<>();

    PlainSums(Shop shop) {
        this.shop = shop;
        orders(shop).forEach(this::add);
    }

    /** Every order there is. */
    static List<JsonNode> orders(Shop shop) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page =
                    shop.get("/api/v1/orders?limit=100" + next).expect(200).body();
            page.at("/items")
                    .forEach(item ->
                            all.add(shop.get("/api/v1/orders/" + item.at("/id").asString())
                                    .expect(200)
                                    .body()));
            JsonNode after = page.at("/page/next");
            next = after.isString() ? "&after=" + after.asString() : null;
        }
        return all;
    }

    private void add(JsonNode order) {
        Map<String, String> accountOf = new HashMap<>();
        String path = "/api/v1/orders/" + order.at("/id").asString();
        shop.get(path + "/payments").expect(200).body().at("/items").forEach(payment -> {
            JsonNode account = payment.at("/accountId");
            if (account.isString()) {
                accountOf.put(payment.at("/id").asString(), account.asString());
                paid.merge(account.asString(), money(payment, "/captured"), BigDecimal::add);
                held.merge(
                        account.asString(),
                        money(payment, "/authorized")
                                .subtract(money(payment, "/captured"))
                                .subtract(money(payment, "/released")),
                        BigDecimal::add);
            }
        });
        order.at("/refunds").forEach(refund -> {
            JsonNode to = refund.at("/to");
            String account = to.isString()
                    ? to.asString()
                    : accountOf.get(refund.at("/paymentId").asString());
            if (account != null && refund.at("/state").asString().equals("DONE")) {
                paid.merge(account, money(refund, "/amount").negate(), BigDecimal::add);
            }
        });
        goods(order, path);
    }

    private void goods(JsonNode order, String path) {
        if (!List.of("CANCELLED", "COMPLETED").contains(order.at("/status").asString())) {
            order.at("/lines").forEach(this::promised);
        }
        order.at("/shipments")
                .forEach(parcel -> parcel(
                        parcel,
                        shop.get("/api/v1/shipments/" + parcel.at("/id").asString())
                                .expect(200)
                                .body()));
        shop.get(path + "/returns?limit=100")
                .expect(200)
                .body()
                .at("/items")
                .forEach(back -> back.at("/lines")
                        .forEach(line -> gone.merge(
                                line.at("/sku").asString(),
                                -line.at("/restocked").asLong(),
                                Long::sum)));
    }

    private void promised(JsonNode line) {
        String sku = line.at("/sku").asString();
        JsonNode units = line.at("/quantity");
        long wanted = units.at("/ordered").asLong() - units.at("/cancelled").asLong();
        kept.merge(
                sku,
                wanted - units.at("/shipped").asLong() - units.at("/awaited").asLong(),
                Long::sum);
        awaited.merge(sku, units.at("/backordered").asLong(), Long::sum);
    }

    /** What is in it its own page says: its order may have forgotten lines that were given up. */
    private void parcel(JsonNode toldByOrder, JsonNode parcel) {
        boolean left = toldByOrder.at("/dispatchedAt").isString();
        boolean back = toldByOrder.at("/status").asString().equals("RESOLVED")
                && parcel.at("/status").asString().equals("RETURNED_TO_SENDER");
        if (left && !back) {
            parcel.at("/lines")
                    .forEach(line -> gone.merge(
                            line.at("/sku").asString(), line.at("/quantity").asLong(), Long::sum));
        }
    }

    void checkAccount(String id, BigDecimal deposited) {
        Reply account = shop.get("/api/v1/accounts/" + id).expect(200);
        assertThat(money(account.body(), "/balance"))
                .as("balance of " + id)
                .isEqualByComparingTo(deposited.subtract(paid.getOrDefault(id, BigDecimal.ZERO)));
        assertThat(money(account.body(), "/held"))
                .as("held of " + id)
                .isEqualByComparingTo(held.getOrDefault(id, BigDecimal.ZERO));
    }

    void checkStock(String sku, long received) {
        JsonNode item = shop.get("/api/v1/stock/" + sku).expect(200).body();
        assertThat(item.at("/onHand").asLong())
                .as("on hand of " + sku)
                .isEqualTo(received - gone.getOrDefault(sku, 0L));
        assertThat(item.at("/reserved").asLong() + item.at("/backordered").asLong())
                .as("promised of " + sku)
                .isEqualTo(kept.getOrDefault(sku, 0L));
        assertThat(item.at("/backordered").asLong())
                .as("back-ordered of " + sku)
                .isEqualTo(awaited.getOrDefault(sku, 0L));
    }

    private static BigDecimal money(JsonNode node, String pointer) {
        return new BigDecimal(node.at(pointer + "/amount").asString());
    }
}
