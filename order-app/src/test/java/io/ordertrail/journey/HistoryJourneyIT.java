package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** The history of an order that was kept in stock, paid, sent and sent back, and what caused what in it. */
class HistoryJourneyIT {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static InProcess service;
    private static Shop shop;
    private static String order;

    @BeforeAll
    static void sendAnOrderThereAndBack() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()));
        shop = new Shop(service.url(), Contracted.by(service.url()));
        shop.put("/api/v1/stock/TEE-M", "{\"name\":\"Tee <M> & \\\"more\\\"\",\"safety\":0,\"backorderLimit\":0}")
                .expect(201);
        shop.post("/api/v1/stock/TEE-M/receipts", "{\"quantity\":5}").expect(201);
        order = "/api/v1/orders/"
                + shop.post(
                                "/api/v1/orders",
                                Shop.ORDER.replace(
                                        "\"paymentTerms\"",
                                        "\"payment\":{\"method\":\"SANDBOX\",\"token\":\"ok\"},\"paymentTerms\""))
                        .expect(201)
                        .at("/id");
        await().until(() -> shop.get(order).expect(200).at("/status").equals("CONFIRMED"));
        String shipment = shop.approve(order.substring(order.lastIndexOf('/') + 1), "{}");
        shop.dispatch(shipment);
        shop.deliver(shipment);
        String back = shop.post(order + "/returns", "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}")
                .expect(201)
                .at("/id");
        shop.post("/api/v1/returns/" + back + "/approval", "{}").expect(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(entries()
                                .valueStream()
                                .map(entry -> entry.at("/type").asString()))
                        .contains("payment.PaymentCaptured", "stock.StockDispatched", "return.ReturnApproved"));
        shop.awaitQuiet();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_history_has_parcels_and_all_else_that_belongs_to_the_order() {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        entries().forEach(entry -> {
            String type = entry.at("/type").asString();
            told.computeIfAbsent(type.substring(0, type.indexOf('.')), subject -> new HashSet<>())
                    .add(type);
        });
        assertThat(told).containsKeys("order", "payment", "stock", "shipment", "return");
        assertThat(told.get("shipment"))
                .contains("shipment.ShipmentCreated", "shipment.ShipmentDispatched", "shipment.ShipmentDelivered");
        assertThat(told.get("stock")).containsExactlyInAnyOrder("stock.ReservationSet", "stock.StockDispatched");
        assertThat(shop.get(order + "/history").expect(200).body().at("/upcoming"))
                .extracting(upcoming -> upcoming.at("/summary").asString())
                .contains("The return expires, unless any of its goods came");
    }

    @Test
    void every_entry_follows_from_its_cause() {
        JsonNode causes = shop.get(order + "/causes").expect(200).body();
        Map<String, String> kinds = new LinkedHashMap<>();
        causes.at("/nodes")
                .forEach(node -> assertThat(kinds.put(
                                node.at("/id").asString(), node.at("/kind").asString()))
                        .isNull());
        List<String> places = List.copyOf(kinds.keySet());
        Map<String, String> from = new LinkedHashMap<>();
        causes.at("/edges")
                .forEach(edge -> assertThat(from.put(
                                edge.at("/to").asString(), edge.at("/from").asString()))
                        .isNull());
        JsonNode entries = entries();
        assertThat(entries.size()).isGreaterThan(20);
        for (JsonNode entry : entries) {
            String id = entry.at("/eventId").asString();
            boolean byItself = entry.at("/causingEvent").isString();
            String cause = entry.at(byItself ? "/causingEvent" : "/causationId").asString();
            assertThat(kinds).as(entry.toString()).containsEntry(id, "EVENT");
            assertThat(kinds).as(entry.toString()).containsEntry(cause, byItself ? "EVENT" : "REQUEST");
            assertThat(from).as(entry.toString()).containsEntry(id, cause);
            assertThat(places.indexOf(cause)).as(entry.toString()).isLessThan(places.indexOf(id));
        }
        assertThat(kinds.values().stream().filter("EVENT"::equals)).hasSize(entries.size());
    }

    @Test
    void their_drawing_opens_by_itself_and_has_a_box_for_each() throws Exception {
        JsonNode causes = shop.get(order + "/causes").expect(200).body();
        Reply drawn = shop.get(order + "/causes/drawing").expect(200);
        assertThat(drawn.header("Content-Type")).startsWith("image/svg+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawn.http().body())));
        Element root = document.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(SVG);
        assertThat(root.getLocalName()).isEqualTo("svg");
        assertThat(Integer.parseInt(root.getAttribute("width"))).isPositive();
        assertThat(Integer.parseInt(root.getAttribute("height")))
                .isGreaterThan(20 * causes.at("/nodes").size());
        var boxes = document.getElementsByTagNameNS(SVG, "g");
        assertThat(boxes.getLength()).isEqualTo(causes.at("/nodes").size());
        for (int box = 0; box < boxes.getLength(); box++) {
            assertThat(((Element) boxes.item(box))
                            .getElementsByTagNameNS(SVG, "rect")
                            .getLength())
                    .isEqualTo(1);
        }
        assertThat(document.getElementsByTagNameNS(SVG, "path").getLength())
                .as("an arrow for each edge, and the tip of all")
                .isEqualTo(causes.at("/edges").size() + 1);
    }

    private static JsonNode entries() {
        return shop.get(order + "/history").expect(200).body().at("/entries");
    }
}
