package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.app.Endpoint;
import io.ordertrail.axon.access.AccessTable;
import io.ordertrail.axon.access.AccessTable.Reach;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.StepId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the API's description with every role: it is answered 403 where the table of access says so of a
 * message that it sends, and only there. An endpoint that sends no message has no rule, and fails.
 */
class AccessMatrixIT extends FaultJourney {

    private static final AccessTable TABLE = AccessTable.load();
    private static final Map<String, String> PATHS = new HashMap<>();

    /** What has an owner, and something like it that nobody has. */
    private static final Map<String, String> NOBODYS = Map.of(
            "orderId", "order-00000000-0000-3000-8000-000000000001",
            "number", "1999-000001",
            "accountId", "account-00000000-0000-3000-8000-000000000001",
            "shipmentId", "shipment-00000000-0000-3000-8000-000000000001-000000000001",
            "returnId", "return-00000000-0000-3000-8000-000000000001-000000000001",
            "paymentId", "payment-00000000-0000-3000-8000-000000000001-000000000001",
            "customerId", "c-nobody-at-all");

    private static final Map<String, Queue<String>> SENT = new ConcurrentHashMap<>();
    private static final List<Registration> RECORDERS = new ArrayList<>();

    private static Shop http;

    @BeforeAll
    static void things() {
        http = new Shop(shop.http().url(), reply -> {});
        String account = shop.account(CUSTOMER, "50.00");
        String order = shop.confirmed("PREPAID", from(account), line("VASE", 2, "10.00"));
        PATHS.put("customerId", CUSTOMER);
        PATHS.put("orderId", order);
        PATHS.put("number", shop.order(order).at("/number").asString());
        PATHS.put("accountId", account);
        PATHS.put("shipmentId", shop.deliver(order, units("1", 1)));
        PATHS.put("returnId", shop.askBack(order, "", units("1", 1)));
        PATHS.put("paymentId", shop.payment(order));
        PATHS.put("deadLetterId", "0c7f3b0e-0000-3000-8000-000000000001");
        PATHS.put("keyId", "0123abCD");
        PATHS.put("withdrawalId", "0123abCD");
        PATHS.put("stepId", StepId.of("a", "b", "c").inAddress());
        PATHS.put("transferId", "transfer-00000000-0000-3000-8000-000000000001");
        PATHS.put("ask", "1");
        PATHS.put("approval", "1");
        PATHS.put("adjustment", "1");
        RECORDERS.add(context.getBean(CommandBus.class)
                .registerDispatchInterceptor(messages -> (index, message) -> recorded(message)));
        RECORDERS.add(context.getBean(QueryBus.class)
                .registerDispatchInterceptor(messages -> (index, message) -> recorded(message)));
    }

    @AfterAll
    static void no_more() {
        RECORDERS.forEach(Registration::close);
    }

    private static <M extends Message<?>> M recorded(M message) {
        // What a process sends in the same conversation is the service's.
        if (Role.SERVICE.name().equals(message.getMetaData().get(MetaKeys.ROLES))) {
            return message;
        }
        SENT.computeIfAbsent(
                        String.valueOf(message.getMetaData().get(MetaKeys.CORRELATION_ID)),
                        key -> new ConcurrentLinkedQueue<>())
                .add(Contract.named(message.getPayloadType()).value());
        return message;
    }

    @Test
    void API5_every_endpoint_is_for_the_roles_of_the_messages_that_it_sends() {
        List<String> holes = new ArrayList<>();
        List<Endpoint> endpoints =
                Endpoint.all(http.get("/v3/api-docs").expect(200).body());
        assertThat(endpoints).hasSizeGreaterThan(80);
        for (Endpoint endpoint : endpoints) {
            boolean sends = false;
            for (List<Role> roles : callers()) {
                String conversation = UUID.randomUUID().toString();
                Reply reply = http.send(request(endpoint, PATHS, "c-other", roles, conversation));
                List<String> sent = List.copyOf(SENT.getOrDefault(conversation, new ConcurrentLinkedQueue<>()));
                sends |= !sent.isEmpty();
                boolean refused = sent.stream().anyMatch(name -> TABLE.reach(name, Set.copyOf(roles)) == Reach.NONE);
                if (!sent.isEmpty() && refused != (reply.status() == 403)) {
                    holes.add(endpoint.operation() + " by " + roles + ": " + reply.status() + " after " + sent);
                }
                if (sent.isEmpty() && reply.status() < 300 && !endpoint.isWithoutMessage()) {
                    holes.add(endpoint.operation() + " by " + roles + " answers without asking anybody");
                }
            }
            if (!sends && !endpoint.isWithoutMessage()) {
                holes.add(endpoint.operation() + " sends no message, so nobody asks who may");
            }
        }
        assertThat(holes).isEmpty();
    }

    /** It is taken whoever sends it, and each of its lines is for those who may place an order. */
    @Test
    void API5_each_line_of_a_batch_is_for_the_roles_that_may_place_an_order() {
        String line = Shop.ORDER.replaceAll("\\s*\n\\s*", "").replace("c-1042", "c-other");
        for (List<Role> roles : callers()) {
            boolean may = TABLE.reach(Contract.named(CreateOrder.class).value(), Set.copyOf(roles)) != Reach.NONE;
            JsonNode answer = JsonMapper.shared()
                    .readTree(http.send(http.request(
                                            "/api/v1/orders/batch",
                                            "Content-Type",
                                            "application/x-ndjson",
                                            "X-Actor",
                                            "c-other",
                                            "X-Roles",
                                            names(roles))
                                    .POST(BodyPublishers.ofString(line.replaceFirst(
                                            "\\{", "{\"idempotencyKey\":\"" + UUID.randomUUID() + "\","))))
                            .http()
                            .body());
            assertThat(answer.at("/status").asInt()).as("%s: %s", roles, answer).isEqualTo(may ? 201 : 403);
        }
    }

    /**
     * To everybody what nobody has is not there, or not theirs to ask for; to a customer another's is just the same.
     */
    @Test
    void API1_of_each_endpoint_a_customer_reaches_their_own_and_anothers_is_as_nobodys() {
        Map<String, String> nobodys = new HashMap<>(PATHS);
        nobodys.putAll(NOBODYS);
        List<String> holes = new ArrayList<>();
        int own = 0;
        for (Endpoint endpoint :
                Endpoint.all(http.get("/v3/api-docs").expect(200).body())) {
            if (endpoint.parameters().noneMatch(NOBODYS::containsKey) || endpoint.isWithoutMessage()) {
                continue;
            }
            for (List<Role> roles : callers()) {
                Reply nothing = asked(endpoint, nobodys, "c-other", roles);
                if (!isNotThere(nothing)) {
                    holes.add(endpoint.operation() + " of nobody's by " + roles + ": " + nothing);
                }
                if (roles.equals(List.of(Role.CUSTOMER))) {
                    Reply others = asked(endpoint, PATHS, "c-other", roles);
                    if (others.status() != nothing.status()
                            || !others.at("/code").equals(nothing.at("/code"))) {
                        holes.add(endpoint.operation() + " of another's: " + others + ", of nobody's: " + nothing);
                    }
                    Reply theirs = asked(endpoint, PATHS, CUSTOMER, roles);
                    // A 403 is the other test's.
                    if (theirs.status() == 404 && isAlone(endpoint)) {
                        holes.add(endpoint.operation() + " of their own: " + theirs + ", of nobody's: " + nothing);
                    }
                    own += theirs.status() == 403 ? 0 : 1;
                }
            }
        }
        assertThat(holes).isEmpty();
        assertThat(own).isGreaterThan(20);
    }

    private static Reply asked(Endpoint endpoint, Map<String, String> things, String actor, List<Role> roles) {
        return http.send(
                request(endpoint, things, actor, roles, UUID.randomUUID().toString()));
    }

    private static boolean isNotThere(Reply reply) {
        return reply.status() == 403 || reply.status() == 404;
    }

    /** It names nothing within the thing that there may not be. */
    private static boolean isAlone(Endpoint endpoint) {
        return endpoint.parameters().count() == 1;
    }

    /** Each role alone, and nobody. The customer is another than the one whose the things are. */
    private static List<List<Role>> callers() {
        return Stream.concat(
                        Stream.of(List.<Role>of()),
                        Stream.of(Role.values())
                                .filter(role -> role != Role.SERVICE)
                                .map(List::of))
                .toList();
    }

    private static HttpRequest.Builder request(
            Endpoint endpoint, Map<String, String> things, String actor, List<Role> roles, String conversation) {
        HttpRequest.Builder request = http.request(
                endpoint.filled(things),
                "X-Actor",
                actor,
                "X-Roles",
                names(roles),
                "X-Correlation-Id",
                conversation,
                "Idempotency-Key",
                conversation);
        return endpoint.sent(request);
    }

    private static String names(List<Role> roles) {
        return String.join(",", roles.stream().map(Role::name).toList());
    }
}
