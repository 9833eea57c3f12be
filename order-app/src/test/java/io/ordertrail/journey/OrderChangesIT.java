package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a placed order once could not do at all but by being cancelled and placed again. */
class OrderChangesIT extends FaultJourney {

    private static final String SHIPPING = "\"shipping\":{\"method\":\"%s\",\"price\":%s,\"taxRate\":\"0.19\"%s},";

    @Test
    void one_line_is_cancelled_of_which_nothing_was_approved() {
        String order = shop.confirmed("PREPAID", card("ok"), line("A", 2, "10.00"), line("B", 1, "5.00"));
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\",\"lines\":[" + units("2", 1) + "]}")
                .expect(200);
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 20.00 promised 0.00 captured 25.00 back 5.00 due 0.00 []");
        shop.deliver(order);
        shop.becomes(
                order, "COMPLETED PARTIALLY_REFUNDED worth 20.00 promised 0.00 captured 25.00 back 5.00 due 0.00 []");
    }

    @Test
    void the_address_is_corrected_until_something_has_left() {
        String order = shop.confirmed("PREPAID", card("ok"), line("A", 1, "10.00"));
        String address = """
                {"shippingAddress":{"name":"G. Hopper","line1":"Main St 2","postalCode":"22201","city":"Arlington",
                                    "country":"US"}}""";
        shop.post(ORDERS + order + "/address", address).expect(200);
        soon(() -> assertThat(shop.order(order).at("/shippingAddress/city").asString())
                .isEqualTo("Arlington"));
        assertThat(shop.http()
                        .get(ORDERS + order + "/history")
                        .body()
                        .at("/entries")
                        .valueStream()
                        .map(entry -> entry.at("/type").asString()))
                .anyMatch(type -> type.endsWith("AddressChanged"));
        shop.deliver(order);
        shop.reaches(order, "COMPLETED");
        assertThat(shop.post(ORDERS + order + "/address", address).status()).isEqualTo(409);
    }

    @Test
    void an_order_of_downloads_goes_nowhere_and_may_be_told_an_address_later() {
        String body = """
                {"customerId":"c-1","currency":"EUR","paymentTerms":"PREPAID","payment":%s,"lines":[%s]}""".formatted(card("ok"), line("EBOOK", 1, "10.00"));
        String order =
                shop.post(ORDERS.replaceFirst("/$", ""), body).expect(201).at("/id");
        shop.reaches(order, "CONFIRMED");
        assertThat(shop.order(order).at("/shippingAddress").isNull()).isTrue();
        shop.deliver(order);
        shop.becomes(order, "COMPLETED PAID worth 10.00 promised 0.00 captured 10.00 back 0.00 due 0.00 []");

        String other =
                shop.post(ORDERS.replaceFirst("/$", ""), body).expect(201).at("/id");
        shop.post(ORDERS + other + "/address", """
                        {"shippingAddress":{"name":"G. Hopper","line1":"Main St 2","city":"Arlington","country":"US"}}""").expect(200);
        soon(() -> assertThat(shop.order(other).at("/shippingAddress/city").asString())
                .isEqualTo("Arlington"));
    }

    @Test
    void how_it_is_sent_and_for_how_much_changes_in_an_edit() {
        String order = shop.placeWith(
                SHIPPING.formatted("DHL", eur("5.00"), ""), "PREPAID", card("ok"), line("A", 1, "10.00"));
        shop.reaches(order, "CONFIRMED");
        shop.edit(
                order, "{" + SHIPPING.formatted("PICKUP", eur("2.00"), ",\"priceIncludesTax\":true") + "\"lines\":[]}");
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 12.00 promised 0.00 captured 15.00 back 3.00 due 0.00 []");
        assertThat(shop.order(order).at("/shipping/method").asString()).isEqualTo("PICKUP");
    }

    @Test
    void a_return_brings_shipping_back_less_what_the_shop_keeps() {
        String order = shop.placeWith(
                SHIPPING.formatted("DHL", eur("5.00"), ""), "PREPAID", card("ok"), line("A", 2, "20.00"));
        shop.reaches(order, "CONFIRMED");
        shop.deliver(order);
        String back = shop.goodsBack(
                order,
                "",
                "\"refundShipping\":true,\"deduction\":{\"amount\":%s,\"reason\":\"Worn\"},".formatted(eur("4.00")),
                units("1", 2));
        // 40.00 for the goods, 5.00 for shipping, less 4.00.
        shop.returned(back, "CLOSED", "41.00");
        shop.becomes(
                order, "COMPLETED PARTIALLY_REFUNDED worth 4.00 promised 0.00 captured 45.00 back 41.00 due 0.00 []");
    }

    @Test
    void goods_are_exchanged_for_cheaper_ones_and_the_rest_goes_back() {
        String first = shop.confirmed("PREPAID", card("ok"), line("A", 1, "50.00"));
        shop.deliver(first);
        String second = shop.place("PREPAID", null, line("B", 1, "30.00"));
        String back = shop.goodsBack(first, "\"exchangeOrderId\":\"" + second + "\",", "", units("1", 1));
        shop.returned(back, "CLOSED", "50.00");
        shop.becomes(first, "COMPLETED REFUNDED worth 0.00 promised 0.00 captured 50.00 back 50.00 due 0.00 []");
        shop.becomes(second, "CONFIRMED PAID worth 30.00 promised 0.00 captured 30.00 back 0.00 due 0.00 []");
        shop.deliver(second);
        shop.reaches(second, "COMPLETED");
    }

    @Test
    void goods_are_exchanged_for_dearer_ones_and_the_difference_is_asked_for() {
        String first = shop.confirmed("PREPAID", card("ok"), line("A", 1, "50.00"));
        shop.deliver(first);
        String second = shop.place("PREPAID", null, line("B", 1, "70.00"));
        String back = shop.goodsBack(first, "\"exchangeOrderId\":\"" + second + "\",", "", units("1", 1));
        shop.returned(back, "CLOSED", "50.00");
        shop.becomes(second, "PENDING PARTIALLY_PAID worth 70.00 promised 0.00 captured 50.00 back 0.00 due 20.00 []");
        shop.pay(second, card("ok")).begun();
        shop.becomes(second, "CONFIRMED PAID worth 70.00 promised 0.00 captured 70.00 back 0.00 due 0.00 []");
    }

    @Test
    void price_discount_and_note_of_a_line_change_in_an_edit() {
        String order = shop.confirmed("PREPAID", card("ok"), line("A", 2, "20.00"));
        shop.edit(
                order,
                "{\"lines\":[{\"lineId\":\"1\",\"quantity\":2,\"unitPrice\":%s,\"discount\":%s,\"note\":\"As B sells it\"}]}"
                        .formatted(eur("18.00"), eur("1.00")));
        // 2 × 18.00 less 1.00.
        shop.becomes(
                order, "CONFIRMED PARTIALLY_REFUNDED worth 35.00 promised 0.00 captured 40.00 back 5.00 due 0.00 []");
        JsonNode line = shop.order(order).at("/lines/0");
        assertThat(amount(line, "/unitPrice") + " " + amount(line, "/discount")).isEqualTo("18.00 1.00");
        assertThat(line.at("/lineId").asString()).isEqualTo("1");
        assertThat(line.at("/note").asString()).isEqualTo("As B sells it");
    }
}
