package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.payment.Webhooks;
import io.ordertrail.axon.message.MetaKeys;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who comes with the token of an OpenID provider, and who does not get in with one. */
@ExtendWith(OutputCaptureExtension.class)
class TokensTest {

    private static final String ORDERS = "/api/v1/orders";

    private static Provider provider;
    private static FrontDoor door;

    @BeforeAll
    static void open() {
        provider = new Provider();
        door = FrontDoor.open(provider.settings(
                "--ordertrail.security.roles-claim=realm_access.roles",
                "--ordertrail.security.role-names[Order Desk]=SUPPORT"));
    }

    @AfterAll
    static void close() {
        door.close();
        provider.close();
    }

    @Test
    void a_person_is_who_the_token_says_with_the_roles_of_keycloaks_shape() {
        Map<String, Object> claims = provider.claims("anna@example.org");
        claims.put("realm_access", Map.of("roles", List.of("Order Desk", "finance", "SERVICE", "offline_access")));
        assertThat(place(provider.token(claims)).statusCode()).isEqualTo(201);
        CommandMessage<?> sent = door.rooms().sent().get(door.rooms().sent().size() - 1);
        assertThat(sent.getMetaData())
                .containsEntry(MetaKeys.ACTOR, "anna@example.org")
                .containsEntry(MetaKeys.ROLES, "SUPPORT,FINANCE")
                .containsEntry(MetaKeys.CREDENTIAL, "token:t-1")
                .containsEntry(MetaKeys.ADDRESS, "127.0.0.1");
    }

    @Test
    void the_roles_of_entras_shape_are_a_claim_of_their_own() {
        try (FrontDoor other = FrontDoor.open(provider.settings())) {
            Map<String, Object> claims = provider.claims("0b1c2d3e-aaaa-bbbb-cccc-0123456789ab");
            claims.put("roles", List.of("Warehouse", "Supervisor"));
            assertThat(other.send(other.post(ORDERS, FrontDoor.example("PlaceOrder"))
                                    .header("Authorization", "Bearer " + provider.token(claims)))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(other.rooms().sent().get(0).getMetaData()).containsEntry(MetaKeys.ROLES, "WAREHOUSE,SUPERVISOR");
        }
    }

    @Test
    void API2_no_token_but_a_valid_one_of_this_issuer_for_this_service_lets_anybody_in() {
        refused(provider.forged(provider.claims("anna")));
        refused(provider.unsigned(provider.claims("anna")));
        refused(provider.confused(provider.claims("anna")));
        refused(provider.token(
                with(claims -> claims.put("exp", Instant.now().minusSeconds(120).getEpochSecond()))));
        refused(provider.token(with(claims -> claims.remove("exp"))));
        refused(provider.token(
                with(claims -> claims.put("nbf", Instant.now().plusSeconds(600).getEpochSecond()))));
        refused(provider.token(with(claims -> claims.put("aud", List.of("another")))));
        refused(provider.token(with(claims -> claims.remove("aud"))));
        refused(provider.token(with(claims -> claims.put("iss", "https://elsewhere.example"))));
        refused(provider.token(with(claims -> claims.remove("sub"))));
        refused(provider.token(with(claims -> claims.put("sub", "key:AbCd1234"))));
        refused(provider.token(with(claims -> claims.put("sub", "anna\nINFO all is well"))));
        String valid = provider.token(provider.claims("anna"));
        refused(valid.substring(0, valid.length() - 4) + "AAAA");
        refused("eyJhbGciOiJub25lIn0");
        assertThat(place(valid).statusCode()).isEqualTo(201);
    }

    @Test
    void API2_a_token_that_tells_a_client_who_has_logged_in_lets_nobody_in() {
        // One that has counted no other guesses.
        try (FrontDoor other = FrontDoor.open(provider.settings())) {
            Stream.of(
                            provider.token(with(claims -> claims.put("typ", "ID"))),
                            provider.token(with(claims -> claims.put("typ", "Refresh"))),
                            provider.token(with(claims -> claims.put("nonce", "n-0S6_WzA2Mj"))),
                            provider.token(with(claims -> claims.put("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))),
                            provider.token(with(claims -> claims.put("c_hash", "LDktKdoQak3Pk0cnXxCltA"))),
                            provider.token("logout+jwt", provider.claims("anna")))
                    .forEach(token -> assertThat(reads(other, token)).as(token).isEqualTo(401));
            assertThat(reads(other, provider.token(with(claims -> claims.put("typ", "Bearer")))))
                    .isEqualTo(200);
            assertThat(reads(other, provider.token("at+jwt", provider.claims("anna"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void API2_what_was_issued_to_somebody_until_their_tokens_were_withdrawn_lets_nobody_in() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String before = provider.token(issued("anna", now.minusSeconds(60)));
        String then = provider.token(issued("anna", now));
        String after = provider.token(issued("anna", now.plusSeconds(1)));
        String other = provider.token(issued("bob", now.minusSeconds(60)));
        String never = provider.token(with(claims -> claims.remove("iat")));
        try (FrontDoor secured = FrontDoor.open(provider.settings())) {
            Stream.of(before, then, after, other, never)
                    .forEach(token -> assertThat(reads(secured, token)).isEqualTo(200));
            Mockito.when(secured.withdrawals().until("anna")).thenReturn(Optional.of(now));
            Stream.of(before, then, never)
                    .forEach(token -> assertThat(reads(secured, token)).isEqualTo(401));
            Stream.of(after, other)
                    .forEach(token -> assertThat(reads(secured, token)).isEqualTo(200));
            HttpResponse<String> told =
                    secured.send(secured.request(ORDERS).header("Authorization", "Bearer " + before));
            assertThat(FrontDoor.json(told).at("/code").asString()).isEqualTo("TOKEN_WITHDRAWN");
            assertThat(FrontDoor.json(told).at("/detail").asString())
                    .isEqualTo("The tokens of anna that were issued until " + now
                            + " are withdrawn, and this one was issued at " + now.minusSeconds(60)
                            + ". Log in again for a new one.");
            assertThat(told.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"ordertrail\"");
            assertThat(reads(secured, provider.forged(issued("carl", now)))).isEqualTo(401);
            Mockito.verify(secured.withdrawals(), Mockito.never()).until("carl");
        }
    }

    private static Map<String, Object> issued(String subject, Instant at) {
        Map<String, Object> claims = provider.claims(subject);
        claims.put("iat", at.getEpochSecond());
        return claims;
    }

    private static int reads(FrontDoor door, String token) {
        return door.send(door.request(ORDERS).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void who_comes_in_is_written_down_once_an_hour(CapturedOutput log) {
        String token = provider.token(with(claims -> claims.put("jti", "t-written-down")));
        place(token);
        place(token);
        assertThat(log.getOut().lines().filter(line -> line.contains("token:t-written-down")))
                .singleElement()
                .asString()
                .contains("anna came in with token:t-written-down from 127.0.0.1");
        assertThat(log.getOut()).doesNotContain(token);
    }

    @Test
    void a_key_that_the_provider_has_changed_is_fetched_and_the_old_one_is_good_no_longer() {
        String old = provider.token(provider.claims("anna"));
        assertThat(place(old).statusCode()).isEqualTo(201);
        provider.rotate();
        assertThat(place(provider.token(provider.claims("anna"))).statusCode()).isEqualTo(201);
        refused(old);
    }

    @Test
    void a_provider_that_is_away_is_told_as_such_and_not_as_a_wrong_token() {
        Provider gone = new Provider();
        String token = gone.token(gone.claims("anna"));
        try (FrontDoor other = FrontDoor.open(gone.settings())) {
            gone.close();
            HttpResponse<String> answer = other.send(other.request(ORDERS).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void API4_ten_thousand_guesses_are_slowed_down_and_lock_nobody_else_out() {
        try (FrontDoor other = FrontDoor.open(provider.settings())) {
            String valid = "Bearer " + provider.token(provider.claims("anna"));
            assertThat(other.send(other.request(ORDERS).header("Authorization", valid))
                            .statusCode())
                    .isEqualTo(200);
            long looked = 0;
            for (int guess = 0; guess < 10_000; guess++) {
                int status = other.send(other.request(ORDERS).header("Authorization", "Bearer guess-" + guess))
                        .statusCode();
                looked += status == 401 ? 1 : 0;
                assertThat(status).isIn(401, 429);
            }
            assertThat(looked).isLessThan(100);
            assertThat(other.send(other.request(ORDERS).header("Authorization", "Bearer more"))
                            .headers()
                            .firstValue("Retry-After"))
                    .hasValue("3");
            assertThat(other.send(other.request(ORDERS).header("Authorization", valid))
                            .statusCode())
                    .as("who was let in lately")
                    .isEqualTo(200);
            String newcomer = provider.token(provider.claims("carla"));
            await().untilAsserted(() -> assertThat(reads(other, newcomer)).isEqualTo(200));
        }
    }

    @Test
    void API4_a_caller_may_ask_so_often_and_is_told_how_often_still() {
        try (FrontDoor other = FrontDoor.open(provider.settings("--ordertrail.limits.requests-per-second=5"))) {
            String anna = "Bearer " + provider.token(provider.claims("anna"));
            String bob = "Bearer " + provider.token(provider.claims("bob"));
            HttpResponse<String> first = other.send(other.request(ORDERS).header("Authorization", anna));
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"caller\";q=5;w=1");
            assertThat(first.headers().firstValue("RateLimit")).hasValue("\"caller\";r=4;t=1");
            HttpResponse<String> answer = first;
            for (int n = 0; n < 1_000 && answer.statusCode() == 200; n++) {
                answer = other.send(other.request(ORDERS).header("Authorization", anna));
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body()).contains("TOO_MANY_REQUESTS");
            assertThat(other.send(other.request(ORDERS).header("Authorization", bob))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** They were asked for a key first, which no provider has. */
    @Test
    void finding_a_webhook_needs_its_signature_and_no_key() {
        HttpResponse<String> signed = door.send(Webhooks.signed(door, FrontDoor.example("Webhook")));
        assertThat(signed.statusCode()).as(signed.body()).isNotIn(401, 403);
        HttpResponse<String> unsigned = door.send(door.post(Webhooks.PATH, FrontDoor.example("Webhook")));
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.body()).contains("Ordertrail-Signature");
    }

    private static Map<String, Object> with(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = provider.claims("anna");
        change.accept(claims);
        return claims;
    }

    private static void refused(String token) {
        HttpResponse<String> answer = place(token);
        assertThat(answer.statusCode()).as(token).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"ordertrail\"");
    }

    private static HttpResponse<String> place(String token) {
        return door.send(door.post(ORDERS, FrontDoor.example("PlaceOrder")).header("Authorization", "Bearer " + token));
    }
}
