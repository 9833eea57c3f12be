package io.ordertrail.journey;

import static io.ordertrail.journey.FaultShop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers who ask at the same time: no answer to one of them has an id of another, wherever it stands. */
class CustomersIT extends FaultJourney {

    private static final int CUSTOMERS = 16;

    /** {@code -Dcustomers=60} is the long edition. */
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("customers", 3));

    /** Everything of theirs that has an id. */
    private record Customer(
            int n, String order, String number, String account, String payment, String parcel, String back) {

        static String id(int n) {
            return "customer-x" + n + "x";
        }

        List<String> things() {
            return List.of(id(n), order, number, account, payment, parcel, back);
        }
    }

    @Test
    void no_answer_to_a_customer_has_an_id_of_another() throws Exception {
        List<Customer> customers =
                IntStream.range(0, CUSTOMERS).mapToObj(CustomersIT::customer).toList();
        shop.http().awaitQuiet();
        ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
        try {
            long end = System.nanoTime() + TIME.toNanos();
            List<Callable<Integer>> work = new ArrayList<>();
            customers.forEach(each -> work.add(() -> asks(each, customers, end)));
            int answers = 0;
            for (Future<Integer> done : threads.invokeAll(work)) {
                answers += done.get();
            }
            assertThat(answers).isGreaterThan(CUSTOMERS);
        } finally {
            threads.shutdown();
        }
    }

    private static Customer customer(int n) {
        String account = shop.account(Customer.id(n), "30.00");
        String order = place(n, account);
        shop.reaches(order, "CONFIRMED");
        String parcel = shop.deliver(order, units("1", 1));
        String back = shop.askBack(order, "", units("1", 1));
        String number = shop.order(order).at("/number").asString();
        return new Customer(n, order, number, account, shop.payment(order), parcel, back);
    }

    private static int asks(Customer own, List<Customer> all, long end) {
        int answers = 0;
        while (System.nanoTime() < end) {
            Customer other = all.get((own.n + 1 + answers) % all.size());
            for (String page : pages(own, other)) {
                Reply reply = shop.http().get(page, "X-Actor", Customer.id(own.n), "X-Roles", "CUSTOMER");
                // Exports and reports are not for customers.
                assertThat(reply.status()).as(page).isIn(200, 403, 404);
                isTheirsAlone(own, all, page, reply.http().body());
                answers++;
            }
            for (String page : ownPages(own)) {
                assertThat(shop.http()
                                .get(page, "X-Actor", Customer.id(own.n), "X-Roles", "CUSTOMER")
                                .expect(200)
                                .http()
                                .body())
                        .as(page)
                        .containsAnyOf(own.things().toArray(String[]::new));
            }
            Reply noted = shop.http()
                    .post(
                            ORDERS + other.order + "/notes",
                            "{\"text\":\"mine\"}",
                            "X-Actor",
                            Customer.id(own.n),
                            "X-Roles",
                            "CUSTOMER");
            assertThat(noted.status()).isEqualTo(own == other ? 201 : 404);
        }
        return answers;
    }

    /** What a customer is shown, which says something of theirs. */
    private static List<String> ownPages(Customer own) {
        return List.of(
                "/api/v1/orders",
                "/api/v1/orders?asOf=" + Instant.now(),
                "/api/v1/accounts",
                "/api/v1/stream/orders?after=-1&seconds=0",
                "/api/v1/customers/" + Customer.id(own.n) + "/personal-data",
                ORDERS + own.order,
                ORDERS + own.order + "?version=0",
                ORDERS + own.order + "?asOf=" + Instant.now(),
                ORDERS + own.order + "?effectiveAt=" + Instant.now(),
                ORDERS + own.order + "/history",
                ORDERS + own.order + "/explain",
                ORDERS + own.order + "/payments",
                ORDERS + own.order + "/stream?after=-1&seconds=0",
                PAYMENTS + own.payment,
                SHIPMENTS + own.parcel,
                RETURNS + own.back,
                ACCOUNTS + own.account,
                ACCOUNTS + own.account + "?asOf=" + Instant.now());
    }

    /** All else that they may try. */
    private static List<String> pages(Customer own, Customer other) {
        List<String> pages = new ArrayList<>(List.of(
                "/api/v1/orders?q=x",
                "/api/v1/orders?customerId=" + Customer.id(other.n),
                "/api/v1/orders/export?format=ndjson&lines=true",
                "/api/v1/orders/export?format=csv",
                "/api/v1/reports/sales?from=2026-01-01",
                "/api/v1/reports/open-to-ship",
                ORDERS + own.order + "/diff?from=0&to=1",
                ACCOUNTS + own.account + "/entries",
                "/api/v1/customers/" + Customer.id(other.n) + "/personal-data",
                ORDERS + other.order + "/diff?from=0&to=1",
                "/api/v1/orders/by-number/" + other.number,
                ACCOUNTS + other.account + "/entries"));
        ownPages(other).stream().filter(page -> page.contains(other.order)).forEach(pages::add);
        pages.addAll(ownPages(own));
        pages.addAll(List.of(
                PAYMENTS + other.payment,
                SHIPMENTS + other.parcel,
                RETURNS + other.back,
                ACCOUNTS + other.account,
                ACCOUNTS + other.account + "?asOf=" + Instant.now()));
        return pages;
    }

    /** The address that was asked for may be told again, and nothing else of another. */
    private static void isTheirsAlone(Customer own, List<Customer> all, String page, String body) {
        String rest = body.replace(page.replaceFirst("\\?.*", ""), "");
        for (Customer each : all) {
            if (each != own) {
                for (String thing : each.things()) {
                    if (!page.contains(thing)) {
                        assertThat(rest).as(page).doesNotContain(thing);
                    }
                }
            }
        }
    }

    private static String place(int n, String account) {
        String body = """
                {"customerId":"%s","currency":"EUR","paymentTerms":"PREPAID","payment":%s,"lines":[%s],
                 "shippingAddress":{"name":"N","line1":"L","postalCode":"1","city":"C","country":"DE"}}""".formatted(Customer.id(n), from(account), line("VASE", 1, "10.00"));
        return shop.post("/api/v1/orders", body).expect(201).at("/id");
    }
}
