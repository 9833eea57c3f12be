package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Role;
import io.ordertrail.app.Endpoint;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.message.MetaKeys;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint with the token of each role, with the link of a guest, and with nothing. Which role may do what is
 * decided behind the front door ({@code AccessMatrixIT}); this shows that it says there who comes, and lets nobody else
 * in.
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
            String bearer = bearer(role.name());
            // Nobody outside can have the service's.
            String roles = role == Role.SERVICE ? "" : role.name();
            for (Endpoint endpoint : endpoints) {
                String conversation = UUID.randomUUID().toString();
                HttpResponse<String> answer = door.send(endpoint.sent(door.request(endpoint.filled(Map.of()))
                        .header("Authorization", bearer)
                        .header("X-Actor", "somebody")
                        .header("X-Roles", "SUPERVISOR,ADMIN")
                        .header("X-Correlation-Id", conversation)
                        .header("Idempotency-Key", conversation)));
                // Its link is the credential, and here it is none.
                if (answer.statusCode() == 401 && !endpoint.operation().equals("getOrderByLink")) {
                    holes.add(endpoint.operation() + " does not know " + role);
                }
                door.rooms().asked().stream()
                        .filter(asked -> conversation.equals(asked.get(MetaKeys.CORRELATION_ID)))
                        .filter(asked -> !isOf(asked, "person-" + role.name(), roles))
                        .forEach(asked -> holes.add(endpoint.operation() + " by " + role + " acts as " + asked));
            }
        }
        assertThat(holes).isEmpty();
    }

    private static boolean isOf(MetaData asked, String actor, String roles) {
        return actor.equals(asked.get(MetaKeys.ACTOR)) && roles.equals(asked.get(MetaKeys.ROLES));
    }

    @Test
    void API5_to_nobody_and_to_the_link_of_a_guest_every_endpoint_is_closed_but_those_that_are_signed_themselves() {
        String support = bearer(Role.SUPPORT.name());
        String order = FrontDoor.json(door.send(door.post(FrontDoor.ORDERS, FrontDoor.example("PlaceOrder"))
                        .header("Authorization", support)))
                .at("/id")
                .asString();
        String link = FrontDoor.json(door.send(door.post(FrontDoor.ORDERS + "/" + order + "/link", "{}")
                        .header("Authorization", support)))
                .at("/path")
                .asString();
        assertThat(door.get(link).statusCode()).isEqualTo(200);
        String word = link.substring(link.lastIndexOf('/') + 1);
        List<String> holes = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.operation().equals("receiveWebhook")
                    || endpoint.operation().equals("getOrderByLink")) {
                continue;
            }
            String path = endpoint.filled(Map.of("orderId", order));
            Stream.of(
                            door.request(path),
                            door.request(path).header("Authorization", "Bearer " + word),
                            door.request(path).header("X-Actor", "local").header("X-Roles", "SUPERVISOR"))
                    .map(request -> door.send(endpoint.sent(request)).statusCode())
                    // Who guesses is told to wait, after a while.
                    .filter(status -> status != 401 && status != 429)
                    .forEach(status -> holes.add(endpoint.operation() + ": " + status));
        }
        assertThat(holes).isEmpty();
        assertThat(door.rooms().asked()).noneMatch(asked -> "local".equals(asked.get(MetaKeys.ACTOR)));
    }
}
