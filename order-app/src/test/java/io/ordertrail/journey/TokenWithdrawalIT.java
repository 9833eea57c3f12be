package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.app.access.Provider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: what one is told to refuse, the other refuses too. */
class TokenWithdrawalIT {

    private static final String ORDERS = "/api/v1/orders";
    private static final String WITHDRAWALS = "/api/v1/admin/token-withdrawals";

    private final Provider provider = new Provider();

    @Test
    void what_was_issued_to_somebody_is_withdrawn_at_once_on_every_node_until_that_is_taken_back() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                InProcess one = start(postgres);
                InProcess other = start(postgres)) {
            Shop here = new Shop(one.url(), reply -> {});
            Shop there = new Shop(other.url(), reply -> {});
            String admin = bearer("boss", "ADMIN", Instant.now());
            String anna = bearer("anna", "SUPPORT", Instant.now());
            String bob = bearer("bob", "SUPPORT", Instant.now());
            answer(200, here, there, anna, bob, undated("anna"));
            CompletableFuture<Reply> stream = looksOn(there, other, anna);

            String body = "{\"subject\":\"anna\",\"reason\":\"Is no longer in the team\"}";
            here.post(WITHDRAWALS, body, "Authorization", anna).expect(403);
            Reply made = here.post(WITHDRAWALS, body, "Authorization", admin).expect(200);
            assertThat(made.at("/withdrawnBy")).isEqualTo("boss");
            answer(401, here, there, anna, undated("anna"));
            assertThat(there.get(ORDERS, "Authorization", anna).at("/code")).isEqualTo("TOKEN_WITHDRAWN");
            Instant later = Instant.parse(made.at("/withdrawnAt")).plusSeconds(1);
            answer(200, here, there, bob, undated("bob"), bearer("anna", "SUPPORT", later));
            await().atMost(Duration.ofSeconds(20)).until(stream::isDone);
            assertThat(stream.join().http().body()).contains("ACCESS_ENDED");

            Reply again = there.post(WITHDRAWALS, body, "Authorization", admin).expect(200);
            assertThat(there.get(WITHDRAWALS, "Authorization", admin)
                            .expect(200)
                            .body()
                            .at("/items")
                            .valueStream()
                            .map(item -> item.at("/id").asString()))
                    .containsExactly(made.at("/id"), again.at("/id"));
            takeBack(there, again.at("/id"), admin).expect(200);
            takeBack(there, again.at("/id"), admin).expect(404);
            answer(401, here, there, anna);
            takeBack(there, made.at("/id"), admin).expect(200);
            answer(200, here, there, anna, undated("anna"));
        } finally {
            provider.close();
        }
    }

    private static void answer(int status, Shop here, Shop there, String... bearers) {
        for (String bearer : bearers) {
            here.get(ORDERS, "Authorization", bearer).expect(status);
            there.get(ORDERS, "Authorization", bearer).expect(status);
        }
    }

    private static CompletableFuture<Reply> looksOn(Shop shop, InProcess service, String bearer) {
        CompletableFuture<Reply> stream =
                CompletableFuture.supplyAsync(() -> shop.get("/api/v1/stream/orders", "Authorization", bearer));
        Gauge open = service.context()
                .getBean(MeterRegistry.class)
                .get("ordertrail.streams.open")
                .gauge();
        await().until(() -> open.value() == 1);
        return stream;
    }

    private static Reply takeBack(Shop shop, String id, String bearer) {
        return shop.send(
                shop.request(WITHDRAWALS + "/" + id, "Authorization", bearer).DELETE());
    }

    private String bearer(String subject, String role, Instant issued) {
        return bearer(subject, Map.of("roles", List.of(role), "iat", issued.getEpochSecond()));
    }

    /** It does not say when it was issued. */
    private String undated(String subject) {
        return bearer(subject, Map.of("roles", List.of("SUPPORT")));
    }

    private String bearer(String subject, Map<String, Object> more) {
        Map<String, Object> claims = provider.claims(subject);
        claims.remove("iat");
        claims.putAll(more);
        return "Bearer " + provider.token(claims);
    }

    private InProcess start(EmbeddedPostgres postgres) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "ordertrail.data-dir=" + InProcess.newDataDir()));
        for (String setting : provider.settings()) {
            settings.add(setting.substring("--".length()));
        }
        return InProcess.start(settings);
    }
}
