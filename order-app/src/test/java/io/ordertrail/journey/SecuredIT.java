package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.app.LikelyKey;
import io.ordertrail.app.OrderApp;
import io.ordertrail.app.keys.Keys;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.Grants;
import io.ordertrail.axon.access.KeyText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A service with API keys, from the command line that makes them to the request that is refused. */
@ExtendWith(OutputCaptureExtension.class)
class SecuredIT {

    private static final String ORDERS = "/api/v1/orders";

    private final Path dataDir = InProcess.newDataDir();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_service_that_anybody_could_use_or_nobody_does_not_start() {
        assertThatThrownBy(() -> start("ordertrail.security.mode=secured"))
                .hasStackTraceContaining("there is neither a key nor an issuer");
        assertThatThrownBy(() -> start("server.address=0.0.0.0"))
                .hasStackTraceContaining("there is neither a key nor an issuer");
        assertThatThrownBy(() -> start("server.address=0.0.0.0", "ordertrail.security.mode=local"))
                .hasStackTraceContaining("everybody who reaches it would be the operator");
    }

    /** Spring Boot would open a second server for it, on all addresses, behind no filter of this service. */
    @Test
    void a_port_for_actuator_alone_would_be_a_second_door_and_is_refused() {
        for (String setting : List.of("management.server.port=0", "management.server.port=9090")) {
            assertThatThrownBy(() -> start(setting))
                    .as(setting)
                    .hasStackTraceContaining("/actuator would have a port of its own");
        }
        try (InProcess none = start("management.server.port=-1")) {
            assertThat(new Shop(none.url(), answer -> {})
                            .get("/actuator/health")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void sandbox_pays_in_a_secured_service_that_names_it() {
        String key = keys(0, "create", "--name", "till", "--role", "SUPERVISOR").strip();
        try (InProcess secured = start("ordertrail.payment.sandbox.enabled=true")) {
            Shop shop = new Shop(secured.url(), answer -> {});
            String bearer = "Bearer " + key;
            String order = shop.post(ORDERS, Shop.ORDER, "Authorization", bearer)
                    .expect(201)
                    .at("/id");
            shop.post(
                            ORDERS + "/" + order + "/payments",
                            "{\"method\":\"SANDBOX\",\"token\":\"ok\"}",
                            "Authorization",
                            bearer)
                    .expect(202);
        }
    }

    @Test
    void from_the_first_key_on_everybody_shows_one(CapturedOutput log) {
        try (InProcess local = start()) {
            Shop shop = new Shop(local.url(), answer -> {});
            Reply reply = shop.get(ORDERS).expect(200);
            assertThat(reply.http().headers().firstValue("Ordertrail-Mode")).hasValue("local");
            assertThat(shop.get("/actuator/health").expect(200).at("/components/security/details/mode"))
                    .isEqualTo("local");
            assertThat(log.getOut().lines().filter(line -> line.contains("Ordertrail is ready")))
                    .anySatisfy(line -> assertThat(line).contains(" ms, local."));
        }
        String key = keys(0, "create", "--name", "till", "--role", "SUPERVISOR,ADMIN")
                .strip();
        assertThat(key).matches("otk_[0-9A-Za-z]{46}");
        try (InProcess secured = start()) {
            Shop shop = new Shop(secured.url(), answer -> {});
            isOpenToHolders(shop, key);
            isNotMoreThanItsRoles(shop, secured.context().getBean(ApiKeys.class));
            isClosedToOthers(shop, key, secured.context().getBean(ApiKeys.class));
            isWrittenDown(shop, secured.context().getBean(ApiKeys.class));
            losesItsStreamsWhenItIsWithdrawn(shop, secured);
            isKeptAsAHash(key, secured);
            areMadeOverHttp(shop, secured.context().getBean(ApiKeys.class));
            isRolledAndWithdrawn(shop, key, secured.context().getBean(ApiKeys.class));
        }
        keys(2, "create", "--name", "till", "--role", "SUPERVISOR", "--days", "1000000");
        keys(2, "create", "--name", "till", "--role", "SERVICE");
        keys(1, "revoke", "nothing");
        assertThat(keys(0, "list")).contains("withdrawn", "expired", "till");
    }

    private static void isOpenToHolders(Shop shop, String key) {
        Reply placed = shop.post(
                        ORDERS,
                        Shop.ORDER,
                        "Authorization",
                        "Bearer " + key,
                        "X-Actor",
                        "boss",
                        "X-Roles",
                        "SUPERVISOR")
                .expect(201);
        assertThat(placed.http().headers().firstValue("Ordertrail-Mode")).isEmpty();
        assertThat(shop.post(
                                ORDERS + "/" + placed.at("/id") + "/payments",
                                "{\"method\":\"SANDBOX\",\"token\":\"ok\"}",
                                "Authorization",
                                "Bearer " + key)
                        .expect(422)
                        .at("/errors/0/code"))
                .isEqualTo("UNSUPPORTED_METHOD");
        Reply history = shop.get(ORDERS + "/" + placed.at("/id") + "/history", "Authorization", "Bearer " + key)
                .expect(200);
        assertThat(history.at("/entries/0/actor")).isEqualTo("key:" + key.substring(4, 12));
        Reply health = shop.get("/actuator/health", "Authorization", "Bearer " + key);
        assertThat(health.at("/components/security/details/mode")).isEqualTo("secured");
        shop.get("/actuator/health/liveness").expect(200);
        shop.get("/actuator/health/readiness").expect(200);
    }

    private static void isNotMoreThanItsRoles(Shop shop, ApiKeys keys) {
        KeyText scanner = keys.create("scanner", List.of("WAREHOUSE"), null, ApiKeys.LIFE);
        Reply reply = shop.get(
                        "/api/v1/admin/projections",
                        "Authorization",
                        "Bearer " + scanner.reveal(),
                        "X-Roles",
                        "SUPERVISOR")
                .expect(403);
        assertThat(reply.at("/code")).isEqualTo("MISSING_ROLE");
        assertThat(keys.revoke(scanner.keyId())).isTrue();
    }

    /** Who was denied, at the door and behind it; without what they showed. */
    private static void isWrittenDown(Shop shop, ApiKeys keys) {
        KeyText auditor = keys.create("auditor", List.of("AUDITOR"), null, ApiKeys.LIFE);
        String bearer = "Bearer " + auditor.reveal();
        shop.get("/api/v1/admin/audit").expect(401);
        await().untilAsserted(() -> assertThat(entries(shop, bearer))
                .anySatisfy(entry -> {
                    assertThat(entry.at("/code").asString()).isEqualTo("UNAUTHORIZED");
                    assertThat(entry.at("/request").asString()).isEqualTo("GET");
                    assertThat(entry.at("/actor").isMissingNode()
                                    || entry.at("/actor").isNull())
                            .isTrue();
                    assertThat(entry.at("/address").asString()).isEqualTo("127.0.0.1");
                    assertThat(entry.at("/times").asLong()).isGreaterThan(1);
                })
                .anySatisfy(entry -> {
                    assertThat(entry.at("/code").asString()).isEqualTo("MISSING_ROLE");
                    assertThat(entry.at("/request").asString()).isEqualTo("projection.ListProjections");
                    assertThat(entry.at("/actor").asString()).startsWith("key:");
                }));
        Reply all =
                shop.get("/api/v1/admin/audit?limit=1", "Authorization", bearer).expect(200);
        assertThat(all.body().at("/page/next").isNull()).isFalse();
        assertThat(all.http().body()).doesNotContain("otk_");
        assertThat(keys.revoke(auditor.keyId())).isTrue();
    }

    private static Iterable<JsonNode> entries(Shop shop, String bearer) {
        return shop.get("/api/v1/admin/audit", "Authorization", bearer)
                .expect(200)
                .body()
                .at("/items");
    }

    private static void isClosedToOthers(Shop shop, String key, ApiKeys keys) {
        List<String> wrong = new ArrayList<>(List.of(
                "",
                key,
                "Basic " + key,
                "Bearer",
                "Bearer " + key + "x",
                "Bearer otk_",
                "Bearer " + key.toLowerCase(Locale.ROOT)));
        for (int n = KeyText.PREFIX.length(); n < key.length() - LikelyKey.CHECKSUM; n++) {
            assertThat(KeyText.read(LikelyKey.changed(key, n)))
                    .as("character %d, with the checksum that belongs to it", n)
                    .isPresent()
                    .hasValueSatisfying(text -> assertThat(keys.find(text)).isEmpty());
        }
        assertThat(KeyText.read(key).flatMap(keys::find)).isPresent();
        for (String header : wrong) {
            Reply reply = shop.get(ORDERS, "Authorization", header).expect(401);
            assertThat(reply.at("/code")).as(header).isEqualTo("UNAUTHORIZED");
            assertThat(reply.http().headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"ordertrail\"");
        }
        for (String path : List.of(
                ORDERS,
                "/actuator/health",
                "/actuator/metrics",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/nothing",
                "/api/v1/webhooks/../orders",
                "//api/v1/orders",
                "/problems/../api/v1/orders")) {
            assertThat(shop.get(path).status()).as(path).isIn(400, 401);
        }
        shop.get(ORDERS, "X-Roles", "SUPERVISOR").expect(401);
        assertThat(shop.post(ORDERS, " ".repeat(300_000)).status())
                .as("what a stranger sends is not read")
                .isEqualTo(401);
    }

    private static void losesItsStreamsWhenItIsWithdrawn(Shop shop, InProcess secured) {
        ApiKeys keys = secured.context().getBean(ApiKeys.class);
        KeyText watcher = keys.create("watcher", List.of("SUPPORT"), null, ApiKeys.LIFE);
        CompletableFuture<Reply> stream = CompletableFuture.supplyAsync(
                () -> shop.get("/api/v1/stream/orders", "Authorization", "Bearer " + watcher.reveal()));
        Gauge open = secured.context()
                .getBean(MeterRegistry.class)
                .get("ordertrail.streams.open")
                .gauge();
        await().until(() -> open.value() == 1);
        keys.revoke(watcher.keyId());
        await().atMost(Duration.ofSeconds(20)).until(stream::isDone);
        assertThat(stream.join().expect(200).http().body()).contains("event: end", "ACCESS_ENDED");
        await().until(() -> open.value() == 0);
    }

    /** In the whole database there is nothing that it could be read from. */
    private static void isKeptAsAHash(String key, InProcess secured) {
        JdbcClient jdbc = secured.context().getBean(JdbcClient.class);
        assertThat(jdbc.sql("select secret_hash from api_key_secret where key_id = ?")
                        .param(key.substring(4, 12))
                        .query(String.class)
                        .list())
                .containsExactly(DigestUtils.sha256Hex(key));
        for (String part : List.of(key, key.substring(4), key.substring(12, 44))) {
            assertThat(jdbc.sql("script").query().listOfRows().toString()).doesNotContain(part);
        }
    }

    private static void areMadeOverHttp(Shop shop, ApiKeys keys) {
        String admin = "Bearer "
                + keys.create("admin", List.of("ADMIN"), null, ApiKeys.LIFE).reveal();
        String path = "/api/v1/admin/keys";
        String body = """
                {"name":"reader","roles":["SUPERVISOR"],"grants":"order=read","days":30}""";
        Reply made = shop.post(path, body, "Authorization", admin).expect(200);
        Reply byDefault = shop.post(path, "{\"name\":\"by default\",\"roles\":[\"SUPPORT\"]}", "Authorization", admin)
                .expect(200);
        assertThat(Duration.between(
                        Instant.parse(byDefault.at("/key/createdAt")), Instant.parse(byDefault.at("/key/expiresAt"))))
                .isEqualTo(Duration.ofDays(90));
        String reader = "Bearer " + made.at("/secret");
        String id = made.at("/key/id");
        shop.get(ORDERS, "Authorization", reader).expect(200);
        assertThat(shop.post(ORDERS, Shop.ORDER, "Authorization", reader)
                        .expect(403)
                        .at("/code"))
                .isEqualTo("MISSING_GRANT");
        shop.get("/api/v1/stock", "Authorization", reader).expect(403);
        shop.get(path, "Authorization", reader).expect(403);
        assertThat(shop.post(path, body, "Authorization", admin).expect(409).at("/code"))
                .isEqualTo("KEY_NAME_TAKEN");
        assertThat(shop.get(path, "Authorization", admin).expect(200).http().body())
                .contains(id)
                .doesNotContain(made.at("/secret"));
        Reply rolled = shop.post(path + "/" + id + "/roll", "{}", "Authorization", admin)
                .expect(200);
        shop.get(ORDERS, "Authorization", "Bearer " + rolled.at("/secret")).expect(200);
        shop.send(shop.request(path + "/" + id, "Authorization", admin).DELETE())
                .expect(200);
        shop.get(ORDERS, "Authorization", reader).expect(401);
        shop.get(ORDERS, "Authorization", admin).expect(403);
        String half = "Bearer "
                + keys.create("half", List.of("ADMIN", "SUPERVISOR"), Grants.read("access=write"), ApiKeys.LIFE)
                        .reveal();
        shop.get(path, "Authorization", half).expect(200);
        assertThat(shop.post(path, body.replace("reader", "more"), "Authorization", half)
                        .expect(403)
                        .at("/code"))
                .isEqualTo("MISSING_GRANT");
        assertThat(shop.post(path, body.replace("order=read", "order=read,order=write"), "Authorization", admin)
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("/grants");
        shop.get("/actuator/metrics", "Authorization", admin).expect(200);
        String curious = reader(keys);
        for (String inside :
                List.of("/actuator/metrics", "/%61ctuator/metrics", "/actuator/./metrics", "//actuator/metrics")) {
            assertThat(shop.get(inside, "Authorization", curious).status())
                    .as(inside)
                    .isIn(400, 403, 404);
        }
        shop.get("/actuator/metrics", "Authorization", curious).expect(403);
    }

    private static String reader(ApiKeys keys) {
        return "Bearer "
                + keys.create("another reader", List.of("SUPERVISOR"), null, ApiKeys.LIFE)
                        .reveal();
    }

    private static void isRolledAndWithdrawn(Shop shop, String key, ApiKeys keys) {
        String id = key.substring(4, 12);
        String second = keys.roll(id, ApiKeys.LIFE).orElseThrow().reveal();
        for (String both : List.of(key, second)) {
            shop.get(ORDERS, "Authorization", "Bearer " + both).expect(200);
        }
        String third = keys.roll(id, ApiKeys.LIFE).orElseThrow().reveal();
        shop.get(ORDERS, "Authorization", "Bearer " + key).expect(401);
        shop.get(ORDERS, "Authorization", "Bearer " + third).expect(200);
        assertThat(keys.all().stream().filter(one -> one.id().equals(id)))
                .singleElement()
                .satisfies(all -> {
                    assertThat(all.secrets()).isEqualTo(2);
                    assertThat(all.lastUsedAt()).isNotNull();
                });
        assertThat(keys.revoke(id)).isTrue();
        shop.get(ORDERS, "Authorization", "Bearer " + third).expect(401);
        String brief =
                keys.create("till", List.of("SUPERVISOR"), null, Duration.ZERO).reveal();
        shop.get(ORDERS, "Authorization", "Bearer " + brief).expect(401);
    }

    private InProcess start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("ordertrail.data-dir=" + dataDir);
        return InProcess.start(all);
    }

    private String keys(int exit, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data-dir=" + dataDir);
        int ended = new CommandLine(new Keys(OrderApp.class))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        assertThat(ended).as(err.toString()).isEqualTo(exit);
        return out.toString();
    }
}
