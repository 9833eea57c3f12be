package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile input against the whole service: a clear no, nothing stored, nothing told about the inside, no memory kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {

    private static final int TEN_MEGABYTES = 10 << 20;

    private InProcess service;
    private Shop shop;

    @BeforeAll
    void start() {
        service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()));
        shop = new Shop(service.url(), Contracted.by(service.url()));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<Map.Entry<String, String>> bodies() {
        return Stream.of(
                Map.entry("nothing", ""),
                Map.entry("no JSON", "order, please"),
                Map.entry("truncated", Shop.ORDER.substring(0, 200)),
                Map.entry("two documents", Shop.ORDER + Shop.ORDER),
                Map.entry("10 MB", "{\"customerId\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}"),
                Map.entry("10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)),
                Map.entry(
                        "duplicate key",
                        Shop.ORDER.replace("{\"customerId\"", "{\"customerId\":\"c-1\",\"customerId\"")),
                Map.entry("unknown field", Shop.ORDER.replace("{\"customerId\"", "{\"isAdmin\":true,\"customerId\"")),
                Map.entry("quantity 1e999", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":1e999")),
                Map.entry("quantity 2.5", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":2.5")),
                Map.entry("quantity 0", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":0")),
                Map.entry("quantity -1", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":-1")),
                Map.entry("quantity 2^31", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":2147483648")),
                Map.entry("quantity as text", Shop.ORDER.replace("\"quantity\":2", "\"quantity\":\"2\"")),
                Map.entry("price with three decimals", Shop.ORDER.replace("24.99", "24.999")),
                Map.entry("price with one decimal", Shop.ORDER.replace("24.99", "24.9")),
                Map.entry("price negative", Shop.ORDER.replace("24.99", "-24.99")),
                Map.entry("price overflowing", Shop.ORDER.replace("24.99", "9".repeat(40) + ".00")),
                Map.entry("price 1e999", Shop.ORDER.replace("24.99", "1e999")),
                Map.entry("price NaN", Shop.ORDER.replace("24.99", "NaN")),
                Map.entry(
                        "unknown currency",
                        Shop.ORDER.replace(
                                "\"currency\":\"EUR\",\"paymentTerms\"", "\"currency\":\"XXQ\",\"paymentTerms\"")),
                Map.entry("NUL in a text", Shop.ORDER.replace("c-1042", "c-\\u0000")),
                Map.entry("half a surrogate pair", Shop.ORDER.replace("c-1042", "c-\\ud800")),
                Map.entry("no lines", Shop.ORDER.replaceAll("(?s)\"lines\":\\[.*?\\]", "\"lines\":[]")),
                Map.entry("null lines", Shop.ORDER.replaceAll("(?s)\"lines\":\\[.*?\\]", "\"lines\":null")),
                Map.entry("null line", Shop.ORDER.replaceAll("(?s)\"lines\":\\[.*?\\]", "\"lines\":[null]")),
                Map.entry(
                        "another class",
                        Shop.ORDER.replace("{\"customerId\"", "{\"@class\":\"java.lang.Runtime\",\"customerId\"")));
    }

    static List<String> queries() {
        List<String> texts = List.of(
                "' or 1=1 --",
                "\"; drop table order_view; --",
                "%",
                "_",
                "\\",
                "\u0000",
                "a".repeat(3000),
                "${jndi:ldap://x}");
        Stream<String> refused = texts.stream()
                .flatMap(text -> Stream.of(
                                "sort=", "after=", "limit=", "status=", "createdFrom=", "totalMin=", "hold=", "nosuch=")
                        .map(name -> name + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        return refused.toList();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_hostile_body_is_refused_with_a_problem(Map.Entry<String, String> body) {
        isRefused(shop.post("/api/v1/orders", body.getValue()));
        isRefused(shop.post("/api/v1/orders/quote", body.getValue()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_hostile_query_is_refused_with_a_problem(String query) {
        isRefused(shop.get("/api/v1/orders?" + query));
        assertThat(shop.get("/api/v1/orders").expect(200).body().at("/items").isArray())
                .isTrue();
    }

    @Test
    void injection_in_a_free_text_filter_is_only_text() {
        for (String text : List.of("' or '1'='1", "%", "_", "\\", "); drop table order_list; --")) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            for (String filter : List.of("q=", "customerId=", "sku=", "number=")) {
                assertThat(shop.get("/api/v1/orders?" + filter + encoded)
                                .expect(200)
                                .body()
                                .at("/items"))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_body_of_unknown_length_is_bounded_too() {
        isRefused(shop.send(shop.request(
                        "/api/v1/orders", "Content-Type", "application/json", "Idempotency-Key", "chunked")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[TEN_MEGABYTES])))));
    }

    @Test
    void hostile_input_leaves_nothing_behind_in_memory() {
        List<String> bodies = bodies().map(Map.Entry::getValue).toList();
        Shop client = new Shop(service.url(), reply -> {});
        bodies.forEach(body -> client.post("/api/v1/orders", body));
        long before = usedHeap();
        for (int round = 0; round < 40; round++) {
            bodies.forEach(body -> client.post("/api/v1/orders", body));
        }
        assertThat(usedHeap() - before).isLessThan(32L << 20);
    }

    private static void isRefused(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isBetween(400, 499);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/title")).isNotBlank();
        assertThat(reply.http().body()).doesNotContain("Exception", "io.ordertrail", "\tat ", "java.lang", "jackson");
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
