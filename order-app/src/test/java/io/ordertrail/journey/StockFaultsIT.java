package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.message.Dispatch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units that were promised twice, kept for nobody, or waited for without end. */
class StockFaultsIT extends FaultJourney {

    private static final int RUSH = 8;

    @Test
    void a_line_that_stock_refuses_to_an_edit_is_never_shipped() {
        shop.sku("IN-1", 100, 0);
        shop.sku("OUT-1", 0, 0);
        List<String> orders = together(n -> {
            String order = shop.place("INVOICE", null, line("IN-1", 1, "10.00"));
            shop.edit(order, "{\"lines\":[" + line("OUT-1", 1, "5.00") + "]}");
            return order;
        });
        for (String order : orders) {
            shop.problem(order, "OUT_OF_STOCK");
            shop.stock("OUT-1", 0, 0, 0);
            assertThat(lineOf(order, "OUT-1").at("/quantity/awaited").asInt()).isEqualTo(1);
            // Where the edit came first, the order was not confirmed yet; else what is there may leave, and nothing
            // else.
            Reply all = shop.post(ORDERS + order + "/shipments", "{}");
            assertThat(all.status()).as(all.toString()).isIn(201, 409);
            if (all.status() == 201) {
                cancel(order, units("2", 1));
            } else {
                shop.edit(order, "{\"lines\":[" + units("2", 0) + "]}");
            }
            shop.reaches(order, "CONFIRMED");
            String parcel = all.status() == 201 ? all.at("/id") : shop.approve(order);
            assertThat(shop.order(order).at("/shipments/0/lines").toString()).isEqualTo("[" + units("1", 1) + "]");
            shop.http().dispatch(parcel);
            shop.http().deliver(parcel);
            shop.becomes(order, "COMPLETED PENDING worth 10.00 promised 0.00 captured 0.00 back 0.00 due 10.00 []");
        }
        shop.stock("IN-1", 100 - RUSH, 0, 0);
    }

    @Test
    void an_order_hears_of_the_rest_when_a_back_ordered_line_is_taken_out() {
        shop.sku("IN-2", 100, 0);
        shop.sku("BACK-2", 0, 100);
        List<String> orders = together(n -> {
            String order = shop.place("INVOICE", null, line("BACK-2", 1, "5.00"), line("IN-2", 1, "10.00"));
            shop.edit(order, "{\"lines\":[" + units("1", 0) + "]}");
            return order;
        });
        for (String order : orders) {
            shop.becomes(order, "CONFIRMED PENDING worth 10.00 promised 0.00 captured 0.00 back 0.00 due 10.00 []");
            assertThat(lineOf(order, "IN-2").at("/quantity/awaited").asInt()).isZero();
        }
        shop.stock("BACK-2", 0, 0, 0);
        shop.stock("IN-2", 100, RUSH, 0);
        orders.forEach(shop::deliver);
        shop.stock("IN-2", 100 - RUSH, 0, 0);
    }

    @Test
    void a_parcel_that_is_lost_is_sent_again_from_stock_and_the_order_ends() {
        shop.sku("LOST-3", 10, 0);
        String order = shop.confirmed("AUTH_FIRST", card("ok"), line("LOST-3", 2, "10.00"));
        String parcel = shop.approve(order);
        shop.http().dispatch(parcel);
        shop.post(SHIPMENTS + parcel + "/loss", "{}").expect(200);
        shop.becomes(
                order, "CONFIRMED PAID worth 20.00 promised 0.00 captured 20.00 back 0.00 due 0.00 [SHIPMENT_LOST]");
        shop.post(SHIPMENTS + parcel + "/resolution", "{\"action\":\"SEND_AGAIN\",\"reason\":\"Lost\"}")
                .expect(200);
        shop.stock("LOST-3", 8, 2, 0);
        shop.becomes(order, "CONFIRMED PAID worth 20.00 promised 0.00 captured 20.00 back 0.00 due 0.00 []");
        shop.deliver(order);
        shop.becomes(order, "COMPLETED PAID worth 20.00 promised 0.00 captured 20.00 back 0.00 due 0.00 []");
        shop.stock("LOST-3", 6, 0, 0);
    }

    @Test
    void a_parcel_that_comes_back_is_given_up_restocked_and_paid_back() {
        shop.sku("BACK-3", 10, 0);
        String order = shop.confirmed("AUTH_FIRST", card("ok"), line("BACK-3", 2, "10.00"));
        String parcel = shop.approve(order);
        shop.http().dispatch(parcel);
        shop.stock("BACK-3", 8, 0, 0);
        shop.post(SHIPMENTS + parcel + "/return-to-sender", "{}").expect(200);
        shop.problem(order, "SHIPMENT_RETURNED_TO_SENDER");
        shop.post(SHIPMENTS + parcel + "/resolution", "{\"action\":\"GIVE_UP\",\"reason\":\"Moved away\"}")
                .expect(200);
        shop.becomes(order, "CANCELLED REFUNDED worth 0.00 promised 0.00 captured 20.00 back 20.00 due 0.00 []");
        shop.stock("BACK-3", 10, 0, 0);
    }

    @Test
    void two_edits_in_quick_succession_leave_what_the_last_one_said() {
        shop.sku("EDIT-4", 1000, 0);
        List<String> orders = together(n -> {
            String order = shop.confirmed("INVOICE", null, line("EDIT-4", 5, "1.00"));
            shop.edit(order, "{\"lines\":[" + units("1", 2) + "]}");
            shop.edit(order, "{\"lines\":[" + units("1", 4) + "]}");
            return order;
        });
        shop.stock("EDIT-4", 1000, 4 * RUSH, 0);
        for (String order : orders) {
            soon(() -> assertThat(
                            lineOf(order, "EDIT-4").at("/quantity/awaited").asInt())
                    .isZero());
            shop.deliver(order, units("1", 4));
        }
        shop.stock("EDIT-4", 1000 - 4 * RUSH, 0, 0);
    }

    @Test
    void lines_that_are_cancelled_to_the_same_number_twice_free_their_units_twice() {
        shop.sku("TWICE-5", 100, 0);
        String order = shop.confirmed("INVOICE", null, line("TWICE-5", 5, "10.00"));
        String first = shop.approve(order, units("1", 1));
        cancel(order, units("1", 2));
        shop.stock("TWICE-5", 100, 3, 0);
        shop.post(SHIPMENTS + first + "/cancellation", "{}").expect(200);
        shop.edit(order, "{\"lines\":[" + units("1", 5) + "]}");
        shop.stock("TWICE-5", 100, 5, 0);
        String second = shop.approve(order, units("1", 1));
        cancel(order, units("1", 2));
        shop.stock("TWICE-5", 100, 3, 0);
        shop.http().dispatch(second);
        shop.http().deliver(second);
        shop.deliver(order);
        shop.becomes(order, "COMPLETED PENDING worth 30.00 promised 0.00 captured 0.00 back 0.00 due 30.00 []");
        shop.stock("TWICE-5", 97, 0, 0);
    }

    @Test
    void a_large_back_order_is_filled_before_newer_orders_get_anything() {
        shop.sku("BIG-6", 0, 100);
        String large = shop.place("INVOICE", null, line("BIG-6", 10, "1.00"));
        shop.stock("BIG-6", 0, 0, 10);
        shop.receive("BIG-6", 5);
        shop.stock("BIG-6", 5, 5, 5);
        String newer = shop.place("INVOICE", null, line("BIG-6", 5, "1.00"));
        shop.stock("BIG-6", 5, 5, 10);
        shop.receive("BIG-6", 5);
        shop.stock("BIG-6", 10, 10, 5);
        soon(() -> assertThat(lineOf(large, "BIG-6").at("/quantity/backordered").asInt())
                .isZero());
        assertThat(lineOf(newer, "BIG-6").at("/quantity/backordered").asInt()).isEqualTo(5);
        shop.receive("BIG-6", 5);
        shop.stock("BIG-6", 15, 15, 0);
    }

    @Test
    void a_reservation_that_comes_late_does_not_rise_from_the_dead() {
        shop.sku("LATE-7", 10, 0);
        String order = shop.place("INVOICE", null, line("LATE-7", 4, "1.00"));
        shop.stock("LATE-7", 10, 4, 0);
        shop.reaches(order, "CONFIRMED");
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        shop.stock("LATE-7", 10, 0, 0);
        // As a step that an outage kept back.
        context.getBean(Dispatch.class)
                .send(
                        new SetReservation(StockItemId.of("LATE-7"), order, "1", 1, 4, 0),
                        caller("SERVICE"),
                        Receipt.class);
        shop.stock("LATE-7", 10, 0, 0);
    }

    private static void cancel(String order, String units) {
        shop.post(ORDERS + order + "/cancellation", "{\"reason\":\"CUSTOMER\",\"lines\":[" + units + "]}")
                .expect(200);
    }

    private static JsonNode lineOf(String order, String sku) {
        return shop.order(order)
                .at("/lines")
                .valueStream()
                .filter(line -> line.at("/sku").asString().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    /** {@link #RUSH} orders at the same time, so that steps have to wait for each other. */
    private static List<String> together(java.util.function.IntFunction<String> placed) {
        List<CompletableFuture<String>> all = IntStream.range(0, RUSH)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> placed.apply(n)))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
