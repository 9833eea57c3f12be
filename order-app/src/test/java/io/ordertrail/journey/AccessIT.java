package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountQuery.ListAccounts;
import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingGrant;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.ListOrders;
import io.ordertrail.api.order.view.OrderQuery.ListOrdersAsOf;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.returns.ReturnQuery.GetReturns;
import io.ordertrail.api.shipment.ShipmentQuery.GetShipments;
import io.ordertrail.axon.access.AccessTable;
import io.ordertrail.axon.access.AccessTable.Reach;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Origin;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what: each message with each role on the bus, and each page of somebody else's things over HTTP. */
class AccessIT extends FaultJourney {

    private static final AccessTable TABLE = AccessTable.load();

    private static final Filter ALL = new Filter(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), null, null, null, null, null, null, null, Map.of(), null);

    private static final Sort NEWEST = new Sort(Sort.Key.CREATED_AT, true);

    private static final String PERSONAL_DATA = "/api/v1/customers/" + CUSTOMER + "/personal-data";

    /** What belongs to {@link FaultShop#CUSTOMER}, by the name of the component that names it. */
    private static final Map<String, String> THINGS = new TreeMap<>();

    /** Of components that hold more than any text. */
    private static final Map<String, String> VALID =
            Map.of("country", "DE", "email", "a@example.org", "phone", "+49 30 1234567");

    @BeforeAll
    static void an_order_with_everything() {
        String account = shop.account(CUSTOMER, "100.00");
        String order = shop.confirmed("PREPAID", from(account), line("VASE", 2, "10.00"));
        String parcel = shop.deliver(order, units("1", 1));
        String back = shop.askBack(order, "", units("1", 1));
        shop.post(ORDERS + order + "/notes", "{\"text\":\"pays late\"}").expect(201);
        THINGS.put("customerId", CUSTOMER);
        THINGS.put("orderId", order);
        THINGS.put("number", shop.order(order).at("/number").asString());
        THINGS.put("accountId", account);
        THINGS.put("shipmentId", parcel);
        THINGS.put("returnId", back);
        THINGS.put("paymentId", shop.payment(order));
        shop.http().awaitQuiet();
    }

    @Test
    void API5_each_message_is_for_the_roles_of_its_line_wherever_it_comes_from() {
        List<String> holes = new ArrayList<>();
        for (String name : TABLE.messages()) {
            Object message = AnyMessage.of(Contract.byName().get(name), component -> "x");
            for (Role role : Role.values()) {
                boolean admitted = !(sent(message, "nobody", role).orElse(null) instanceof MissingRole);
                if (admitted != (TABLE.reach(name, Set.of(role)) != Reach.NONE)) {
                    holes.add(name + " by " + role + (admitted ? " passed" : " was refused"));
                }
            }
            if (!(sent(message, "nobody").orElse(null) instanceof MissingRole)) {
                holes.add(name + " by nobody passed");
            }
        }
        assertThat(holes).isEmpty();
    }

    @Test
    void API1_to_a_customer_the_things_of_another_are_not_there() {
        int notFound = 0;
        for (String name : TABLE.messages()) {
            if (TABLE.reach(name, Set.of(Role.CUSTOMER)) != Reach.OWN || !isOfOne(name)) {
                continue;
            }
            Object about = AnyMessage.of(Contract.byName().get(name), AccessIT::thing);
            Object aboutNothing = AnyMessage.of(Contract.byName().get(name), AccessIT::nothing);
            Optional<Refusal> another = sent(about, "c-other", Role.CUSTOMER);
            assertThat(another).as("%s of another", name).isPresent();
            // Some say what is wrong with the message itself first, which has nothing to do with whose the thing is.
            assertThat(another.get().kind())
                    .as("%s of another", name)
                    .isIn(Refusal.Kind.NOT_FOUND, Refusal.Kind.UNPROCESSABLE);
            notFound += another.get().kind() == Refusal.Kind.NOT_FOUND ? 1 : 0;
            assertThat(another.get().detail())
                    .as("%s of another is told as what is not there", name)
                    .isEqualTo(masked(sent(aboutNothing, "c-other", Role.CUSTOMER)
                            .orElseThrow()
                            .detail()));
            assertThat(sent(about, CUSTOMER, Role.CUSTOMER).filter(no -> no.kind() == Refusal.Kind.NOT_FOUND))
                    .as("%s of their own", name)
                    .isEmpty();
        }
        assertThat(notFound).isGreaterThan(17);
    }

    /** What finds several at once, as a customer may ask for it: without a word that would leave anything out. */
    private static final Map<String, Supplier<Object>> LISTS = Map.of(
            "order.ListOrders", () -> new ListOrders(ALL, NEWEST, 500, null),
            "order.ListOrdersAsOf", () -> new ListOrdersAsOf(ALL, NEWEST, Instant.now(), 500, null),
            "order.FollowOrders", () -> new FollowOrders(ALL, new Span(Span.START, 500, 0)),
            "payment.GetPayments", () -> new GetPayments(List.of(THINGS.get("paymentId"))),
            "shipment.GetShipments", () -> new GetShipments(List.of(THINGS.get("shipmentId"))),
            "return.GetReturns", () -> new GetReturns(List.of(THINGS.get("returnId"))),
            "account.ListAccounts", () -> new ListAccounts(null, 500, null));

    @Test
    void API1_what_finds_several_finds_a_customers_own_only() {
        Set<String> lists = new TreeSet<>(TABLE.messages());
        lists.removeIf(name -> TABLE.reach(name, Set.of(Role.CUSTOMER)) != Reach.OWN || isOfOne(name));
        assertThat(LISTS.keySet()).as("each is tried").containsExactlyInAnyOrderElementsOf(lists);
        LISTS.forEach((name, list) -> {
            assertThat(answer(list.get(), CUSTOMER, Role.CUSTOMER))
                    .as(name + " of their own")
                    .matches(AccessIT::namesAThing);
            assertThat(answer(list.get(), "c-other", Role.CUSTOMER))
                    .as(name + " of another")
                    .doesNotMatch(AccessIT::namesAThing);
            assertThat(answer(list.get(), "ann", Role.SUPPORT))
                    .as(name + " of staff")
                    .matches(AccessIT::namesAThing);
        });
    }

    private static boolean namesAThing(String answer) {
        return THINGS.entrySet().stream()
                .anyMatch(thing -> thing.getKey().equals("customerId")
                        ? answer.matches("(?s).*customerId=" + CUSTOMER + "\\b(?!-).*")
                        : answer.contains(thing.getValue()));
    }

    /** What is answered, or why not, as text. */
    private static String answer(Object message, String actor, Role role) {
        try {
            Object answer = context.getBean(Dispatch.class).ask(message, by(actor, null, role), Object.class);
            return String.valueOf(answer);
        } catch (Refused no) {
            return no.refusal().code();
        }
    }

    @Test
    void API5_a_key_is_good_for_a_message_as_far_as_its_grant_goes() {
        List<String> holes = new ArrayList<>();
        int tried = 0;
        for (String name : TABLE.messages()) {
            Optional<Role> able = Stream.of(Role.values())
                    .filter(role -> role != Role.SERVICE && TABLE.reach(name, Set.of(role)) == Reach.ALL)
                    .findFirst();
            if (able.isEmpty()) {
                continue;
            }
            Object message = AnyMessage.of(Contract.byName().get(name), component -> "x");
            String resource = name.substring(0, name.indexOf('.'));
            String needed = asks(message) ? "read" : "write";
            for (String level : List.of("none", "read", "write")) {
                tried++;
                boolean enough = level.equals("write") || level.equals(needed);
                if (isGranted(message, able.get(), resource + "=" + level) != enough) {
                    holes.add(name + " with " + level);
                }
            }
            if (isGranted(message, able.get(), "nothing=write")) {
                holes.add(name + " with a grant for something else");
            }
        }
        assertThat(holes)
                .as("a key with grants makes no other key, whatever they are")
                .isSubsetOf("access.CreateKey with write", "access.RollKey with write");
        assertThat(tried).isGreaterThan(300);
    }

    private static boolean isGranted(Object message, Role role, String grants) {
        return !(sent(message, by("somebody", grants, role)).orElse(null) instanceof MissingGrant);
    }

    /** Lists, and what finds several at once, answer less instead. */
    private static boolean isOfOne(String name) {
        return Stream.of(Contract.byName().get(name).getRecordComponents())
                .anyMatch(component -> component.getType() == String.class && THINGS.containsKey(component.getName()));
    }

    private static String thing(String component) {
        return THINGS.getOrDefault(component, VALID.getOrDefault(component, "x"));
    }

    private static String nothing(String component) {
        String thing = THINGS.get(component);
        String order = THINGS.get("orderId").replace("order-", "");
        if (thing == null) {
            return thing(component);
        }
        return thing.contains(order) ? thing.replace(order, other(order)) : other(thing);
    }

    private static String other(String id) {
        return id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");
    }

    private static String masked(String detail) {
        return THINGS.keySet().stream().reduce(detail, (text, name) -> text.replace(nothing(name), thing(name)));
    }

    @Test
    void API1_no_page_of_a_customer_shows_anything_of_another() {
        List<String> pages = List.of(
                "/api/v1/orders",
                "/api/v1/orders?customerId=" + CUSTOMER,
                "/api/v1/orders?q=turing",
                "/api/v1/accounts",
                "/api/v1/accounts?ownerId=" + CUSTOMER,
                ORDERS + THINGS.get("orderId"),
                ORDERS + THINGS.get("orderId") + "?version=0",
                ORDERS + THINGS.get("orderId") + "/history",
                ORDERS + THINGS.get("orderId") + "/payments",
                ORDERS + THINGS.get("orderId") + "/shipments",
                ORDERS + THINGS.get("orderId") + "/returns",
                ORDERS + "by-number/" + THINGS.get("number"),
                PAYMENTS + THINGS.get("paymentId"),
                SHIPMENTS + THINGS.get("shipmentId"),
                RETURNS + THINGS.get("returnId"),
                ACCOUNTS + THINGS.get("accountId"),
                ACCOUNTS + THINGS.get("accountId") + "/entries");
        for (String page : pages) {
            Reply another = shop.http().get(page, "X-Actor", "c-other", "X-Roles", "CUSTOMER");
            assertThat(another.status()).as(page).isIn(200, 404);
            if (another.status() == 200) {
                assertThat(another.at("/items/0/id")).as(page).isEmpty();
            }
            Reply theirs = shop.http().get(page, "X-Actor", CUSTOMER, "X-Roles", "CUSTOMER");
            assertThat(theirs.status()).as(page).isEqualTo(200);
        }
        String search = "{\"filters\":{},\"q\":\"turing\"}";
        assertThat(shop.http()
                        .post("/api/v1/orders/search", search, "X-Actor", "c-other", "X-Roles", "CUSTOMER")
                        .expect(200)
                        .at("/items/0/id"))
                .isEmpty();
        assertThat(shop.post("/api/v1/orders/search", search).expect(200).at("/items/0/id"))
                .isNotEmpty();
    }

    @Test
    void API3_a_customer_sees_nothing_that_the_shop_keeps_for_itself() {
        String order = THINGS.get("orderId");
        String sent = shop.confirmed("PREPAID", from(THINGS.get("accountId")), line("VASE", 1, "10.00"));
        String parcel = shop.approve(sent, units("1", 1));
        shop.http().dispatch(parcel);
        shop.post(SHIPMENTS + parcel + "/failed-attempts", "{\"reason\":\"shouted at us\"}")
                .expect(200);
        shop.http().awaitQuiet();
        shop.post(ORDERS + order + "/hold", "{\"reason\":\"FRAUD_CHECK\",\"note\":\"odd\"}");
        String payment = PAYMENTS + THINGS.get("paymentId");
        shop.post(payment + "/refunds", "{\"kind\":\"GOODWILL\",\"amount\":" + eur("1.00") + ",\"reason\":\"whines\"}")
                .expect(202);
        for (String page : List.of(
                ORDERS + order,
                ORDERS + order + "/history",
                ORDERS + order + "?version=1",
                ORDERS + order + "/payments",
                ORDERS + sent + "/shipments",
                SHIPMENTS + parcel,
                payment,
                PERSONAL_DATA)) {
            Reply theirs = shop.http()
                    .get(page, "X-Actor", CUSTOMER, "X-Roles", "CUSTOMER")
                    .expect(200);
            assertThat(theirs.body().toString())
                    .as(page)
                    .doesNotContain(
                            "pays late",
                            "shouted at us",
                            "FRAUD_CHECK",
                            "odd",
                            "whines",
                            "local",
                            "SUPERVISOR",
                            "WAIVE_PAYMENT");
        }
    }

    @Test
    void API3_what_the_shop_wrote_for_itself_is_told_to_staff_and_what_the_customer_wrote_to_both() {
        String order = THINGS.get("orderId");
        shop.http()
                .post(
                        ORDERS + order + "/notes",
                        "{\"text\":\"leave it at the door\"}",
                        "X-Actor",
                        CUSTOMER,
                        "X-Roles",
                        "CUSTOMER")
                .expect(201);
        shop.post(ORDERS + order + "/notes", "{\"text\":\"we will ring\",\"visibility\":\"CUSTOMER\"}")
                .expect(201);
        String theirs = personalData("X-Actor", CUSTOMER, "X-Roles", "CUSTOMER");
        String all = personalData("X-Actor", "ann", "X-Roles", "SUPPORT");
        assertThat(all).contains("leave it at the door", "we will ring", "pays late", "\"complete\":true");
        assertThat(theirs)
                .contains("leave it at the door", "we will ring", "\"complete\":false")
                .doesNotContain("pays late");
    }

    private static String personalData(String... by) {
        return shop.http().get(PERSONAL_DATA, by).expect(200).http().body();
    }

    @Test
    void a_customer_sees_their_own_note_and_says_no_time_of_their_own() {
        String[] customer = {"X-Actor", CUSTOMER, "X-Roles", "CUSTOMER"};
        String order = THINGS.get("orderId");
        shop.http()
                .post(ORDERS + order + "/notes", "{\"text\":\"please ring\",\"at\":\"2020-01-01T00:00:00Z\"}", customer)
                .expect(201);
        String told = shop.http()
                .get(ORDERS + order + "/history", customer)
                .expect(200)
                .http()
                .body();
        assertThat(told).contains("please ring").doesNotContain("2020-01-01");
    }

    @Test
    void finding_an_exchange_is_for_an_order_of_the_same_customer() {
        String another = shop.http()
                .post("/api/v1/orders", Shop.ORDER.replace("c-1042", "c-third"), "X-Roles", "SUPPORT")
                .expect(201)
                .at("/id");
        for (String id : List.of(another, another.substring(0, another.length() - 4) + "0000")) {
            Reply asked = shop.post(
                    ORDERS + THINGS.get("orderId") + "/returns",
                    "{\"exchangeOrderId\":\"" + id + "\",\"lines\":[" + units("1", 1) + "]}");
            assertThat(asked.status()).as(asked.toString()).isIn(409, 422);
            assertThat(asked.http().body()).doesNotContain("There is no order", "CANCELLED");
        }
    }

    @Test
    void a_guest_reads_one_order_by_a_link_until_it_ends_and_nothing_else() {
        String order = THINGS.get("orderId");
        assertThat(shop.post(ORDERS + order + "/link", "{\"days\":366}").status())
                .isEqualTo(422);
        Reply link = shop.post(ORDERS + order + "/link", "{}").expect(200);
        String path = "/api/v1/guest/orders/" + link.at("/number");
        String word = link.at("/word");
        assertThat(link.at("/link")).isEqualTo(path + "#" + word);
        Reply guest = shop.http()
                .get(path, "X-Roles", "", "X-Actor", "nobody", "Authorization", "Bearer " + word)
                .expect(200);
        assertThat(guest.at("/id")).isEqualTo(order);
        assertThat(guest.http().body()).doesNotContain("WAIVE_PAYMENT", THINGS.get("accountId"));
        shop.http().get(path).expect(401);
        for (int n = 0; n < word.length(); n += word.length() / 15) {
            char other = word.charAt(n) == 'A' ? 'B' : 'A';
            String changed = word.substring(0, n) + other + word.substring(n + 1);
            assertThat(shop.http()
                            .get(path, "Authorization", "Bearer " + changed)
                            .status())
                    .as("character %d", n)
                    .isEqualTo(401);
        }
        Reply foreign = shop.http()
                .send(shop.http()
                        .request(
                                ORDERS + order + "/link",
                                "X-Actor",
                                "c-other",
                                "X-Roles",
                                "CUSTOMER",
                                "Content-Type",
                                "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void API8_nothing_of_the_inside_is_shown() {
        for (String path : List.of("env", "beans", "heapdump", "threaddump", "loggers", "configprops", "mappings")) {
            assertThat(shop.http().get("/actuator/" + path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/api/", "/static/", "/META-INF/", "/.git/config", "/WEB-INF/web.xml")) {
            assertThat(shop.http().get(path).status()).as(path).isEqualTo(404);
        }
        Reply answer = shop.http().get(ORDERS + THINGS.get("orderId")).expect(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.optionalHeader("Server")).isEmpty();
        Reply traced = shop.http().send(shop.http().request("/api/v1/orders").method("TRACE", BodyPublishers.noBody()));
        assertThat(traced.status()).isIn(400, 405, 501);
    }

    /** Why it was refused; empty if it was not, or failed otherwise. */
    private static Optional<Refusal> sent(Object message, String actor, Role... roles) {
        return sent(message, by(actor, null, roles));
    }

    private static RequestContext by(String actor, @Nullable String grants, Role... roles) {
        return new RequestContext(
                actor,
                Stream.of(roles).map(Role::name).toList(),
                "c",
                "t",
                null,
                null,
                null,
                new Origin("test", "127.0.0.1", grants));
    }

    private static boolean asks(Object message) {
        return message.getClass().getEnclosingClass().getSimpleName().endsWith("Query");
    }

    private static Optional<Refusal> sent(Object message, RequestContext by) {
        Dispatch dispatch = context.getBean(Dispatch.class);
        try {
            if (asks(message)) {
                dispatch.ask(message, by, Object.class);
            } else {
                dispatch.send(message, by, Object.class);
            }
            return Optional.empty();
        } catch (Refused no) {
            return Optional.of(no.refusal());
        } catch (RuntimeException failed) {
            return Optional.empty();
        }
    }

    @Test
    void API2_nobody_comes_in_as_the_service() {
        refused(shop.http().get("/api/v1/orders", "X-Roles", "SERVICE"), 403, "RESERVED_ROLE");
        refused(shop.http().get("/api/v1/orders", "X-Roles", "CUSTOMER,SERVICE"), 403, "RESERVED_ROLE");
    }
}
