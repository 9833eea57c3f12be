package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Role;
import io.ordertrail.app.Endpoint;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.LikelyKey;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.message.MetaKeys;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint with the token and the key of each role, with the link of a guest, and with nothing. Which role may do
 * what is decided behind the front door ({@code AccessMatrixIT}); this shows that it says there who comes, and lets
 * nobody else in.
 */
class CredentialMatrixTest {

    private static Provider provider;
    private static FrontDoor door;
    private static List<Endpoint> endpoints;

    @BeforeAll
    static void open() {
        provider = new Provider();
        door = FrontDoor.open(provider.settings("--ordertrail.limits.requests-per-second=100000"));
        endpoints = Endpoint.all(FrontDoor.json(
                door.send(door.request("/v3/api-docs").header("Authorization", bearer(Role.ADMIN.name())))));
        assertThat(endpoints).hasSizeGreaterThan(80);
    }

    @AfterAll
    static void close() {
        door.close();
        provider.close();
    }

    private static String bearer(String role) {
        Map<String, Object> claims = provider.claims("person-" + role);
        claims.put("roles", List.of(role));
        return "Bearer " + provider.token(claims);
    }

    @Test
    void API5_every_endpoint_acts_for_whom_the_token_names_with_no_role_but_theirs() {
        List<String> holes = new ArrayList<>();
        for (Role role : Role.values()) {
            // Nobody outside can have the service's.
            actsFor("person-" + role.name(), role == Role.SERVICE ? "" : role.name(), bearer(role.name()), holes);
        }
        assertThat(holes).isEmpty();
    }

    @Test
    void API5_every_endpoint_acts_for_the_key_with_no_role_but_its_own() {
        List<String> holes = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.SERVICE && role != Role.CUSTOMER) {
                String id = (role.name() + "0000").substring(0, 8).replace('_', '0');
                String key = key(id, role);
                actsFor("key:" + id, role.name(), "Bearer " + key, holes);
            }
        }
        assertThat(holes).isEmpty();
    }

    /** A key that is known for as long as this test. */
    private static String key(String id, Role role) {
        String text = LikelyKey.of("otk_" + id + "0123456789abcdef0123456789ABCDEF");
        ApiKey known = new ApiKey(id, id, List.of(role.name()), null, Instant.EPOCH, Instant.MAX, null, null, 1);
        Mockito.when(door.keys()
                        .find(ArgumentMatchers.argThat(
                                shown -> shown != null && shown.reveal().equals(text))))
                .thenReturn(Optional.of(known));
        return text;
    }

    /** An endpoint that nobody knows of would be looked after by nobody. */
    @Test
    void API9_every_address_that_is_answered_is_described_or_closed() {
        Set<String> hidden = new TreeSet<>(door.answered());
        endpoints.forEach(
                endpoint -> hidden.remove(endpoint.method().toUpperCase(Locale.ROOT) + " " + endpoint.path()));
        Set<String> known = Set.of(
                "ANY /error",
                "GET /v3/api-docs",
                "GET /v3/api-docs.yaml",
                "GET /v3/api-docs/swagger-config",
                "GET /swagger-ui.html",
                // What a problem means is said to everybody.
                "GET /problems",
                "GET /problems/{name}");
        assertThat(known).containsAll(hidden);
        for (String address : hidden) {
            String path = address.substring(address.indexOf(' ') + 1);
            if (!path.startsWith("/problems")) {
                assertThat(door.get(path).statusCode()).as(address).isIn(401, 429);
            }
        }
    }

    private static void actsFor(String actor, String roles, String bearer, List<String> holes) {
        for (Endpoint endpoint : endpoints) {
            String conversation = UUID.randomUUID().toString();
            HttpResponse<String> answer = door.send(endpoint.sent(door.request(endpoint.filled(Map.of()))
                    .header("Authorization", bearer)
                    .header("X-Actor", "somebody")
                    .header("X-Roles", "SUPERVISOR,ADMIN")
                    .header("X-Correlation-Id", conversation)
                    .header("Idempotency-Key", conversation)));
            // Its link is the credential, and here it is none.
            if (answer.statusCode() == 401 && !endpoint.operation().equals("getOrderAsGuest")) {
                holes.add(endpoint.operation() + " does not know " + actor);
            }
            door.rooms().asked().stream()
                    .filter(asked -> conversation.equals(asked.get(MetaKeys.CORRELATION_ID)))
                    .peek(asked -> assertThat(asked.values()).doesNotContain(bearer, bearer.substring(7)))
                    .filter(asked -> !isOf(asked, actor, roles))
                    .forEach(asked -> holes.add(endpoint.operation() + " by " + actor + " acts as " + asked));
        }
    }

    private static String place(String bearer) {
        return FrontDoor.json(door.send(door.post(FrontDoor.ORDERS, FrontDoor.example("PlaceOrder"))
                        .header("Authorization", bearer)))
                .at("/id")
                .asString();
    }

    private static boolean isOf(MetaData asked, String actor, String roles) {
        return actor.equals(asked.get(MetaKeys.ACTOR)) && roles.equals(asked.get(MetaKeys.ROLES));
    }

    @Test
    void API5_to_nobody_and_to_the_link_of_a_guest_every_endpoint_is_closed_but_those_that_are_signed_themselves() {
        String support = bearer(Role.SUPPORT.name());
        String order = place(support);
        String another = place(support);
        JsonNode link = FrontDoor.json(door.send(
                door.post(FrontDoor.ORDERS + "/" + order + "/link", "{}").header("Authorization", support)));
        String word = link.at("/word").asString();
        assertThat(door.send(door.request("/api/v1/guest/orders/"
                                        + link.at("/number").asString())
                                .header("Authorization", "Bearer " + word))
                        .statusCode())
                .isEqualTo(200);
        List<String> holes = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.operation().equals("receiveWebhook")
                    || endpoint.operation().equals("getOrderAsGuest")) {
                continue;
            }
            // The guest's own, another's, nobody's.
            Stream.of(Map.of("orderId", order), Map.of("orderId", another), Map.<String, String>of())
                    .map(endpoint::filled)
                    .distinct()
                    .flatMap(path -> Stream.of(
                            door.request(path),
                            door.request(path).header("Authorization", "Bearer " + word),
                            door.request(path).header("X-Actor", "local").header("X-Roles", "SUPERVISOR")))
                    .map(request -> door.send(endpoint.sent(request)).statusCode())
                    // Who guesses is told to wait, after a while.
                    .filter(status -> status != 401 && status != 429)
                    .forEach(status -> holes.add(endpoint.operation() + ": " + status));
        }
        assertThat(holes).isEmpty();
        assertThat(door.rooms().asked()).noneMatch(asked -> "local".equals(asked.get(MetaKeys.ACTOR)));
    }
}
