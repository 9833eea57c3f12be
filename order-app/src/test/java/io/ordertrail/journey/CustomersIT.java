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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Customers who ask at the same time: no answer to one of them has an id of another, wherever it stands. */
class CustomersIT extends FaultJourney {

    private static final int CUSTOMERS = 16;

    /** {@code -Dcustomers=60} is the long edition. */
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("customers", 3));

    private static final Pattern CUSTOMER_ID = Pattern.compile("customer-x(\\d+)x");

    private record Customer(int n, String order, String account, String payment) {

        static String id(int n) {
            return "customer-x" + n + "x";
        }
    }

    @Test
    void no_answer_to_a_customer_has_an_id_of_another() throws Exception {
        List<Customer> customers = new ArrayList<>();
        for (int n = 0; n < CUSTOMERS; n++) {
            String account = shop.account(Customer.id(n), "30.00");
            String order = place(n, account);
            customers.add(new Customer(n, order, account, ""));
        }
        for (int n = 0; n < CUSTOMERS; n++) {
            Customer known = customers.get(n);
            shop.reaches(known.order, "CONFIRMED");
            customers.set(n, new Customer(n, known.order, known.account, shop.payment(known.order)));
        }
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

    private static int asks(Customer own, List<Customer> all, long end) {
        int answers = 0;
        while (System.nanoTime() < end) {
            Customer other = all.get((own.n + 1 + answers) % all.size());
            for (String page : pages(own, other)) {
                Reply reply = shop.http().get(page, "X-Actor", Customer.id(own.n), "X-Roles", "CUSTOMER");
                // Exports and reports are not for customers.
                assertThat(reply.status()).as(page).isIn(200, 403, 404);
                isTheirsAlone(own, other, page, reply.http().body());
                answers++;
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

    private static List<String> pages(Customer own, Customer other) {
        return List.of(
                "/api/v1/orders",
                "/api/v1/orders?q=x",
                "/api/v1/orders?asOf=" + Instant.now(),
                "/api/v1/orders/export?format=ndjson&lines=true",
                "/api/v1/orders/export?format=csv",
                "/api/v1/reports/sales?from=2026-01-01",
                "/api/v1/reports/open-to-ship",
                ORDERS + own.order + "?version=0",
                ORDERS + own.order + "/diff?from=0&to=1",
                ORDERS + own.order + "/explain",
                ORDERS + other.order + "/explain",
                ORDERS + other.order + "/diff?from=0&to=1",
                "/api/v1/customers/" + Customer.id(own.n) + "/personal-data",
                "/api/v1/customers/" + Customer.id(other.n) + "/personal-data",
                "/api/v1/accounts",
                ORDERS + own.order,
                ORDERS + own.order + "/history",
                ORDERS + other.order,
                ORDERS + other.order + "/history",
                "/api/v1/stream/orders?after=-1&seconds=0",
                ORDERS + own.order + "/stream?after=-1&seconds=0",
                ORDERS + other.order + "/stream?after=-1&seconds=0",
                ORDERS + other.order + "?version=0",
                ORDERS + other.order + "/payments",
                PAYMENTS + other.payment,
                ACCOUNTS + other.account,
                ACCOUNTS + other.account + "/entries");
    }

    /** The address that was asked for may be told again, and nothing else of the other. */
    private static void isTheirsAlone(Customer own, Customer other, String page, String body) {
        Matcher found = CUSTOMER_ID.matcher(body);
        while (found.find()) {
            if (!page.contains(found.group())) {
                assertThat(found.group(1)).as("%s: %s", page, body).isEqualTo(Integer.toString(own.n));
            }
        }
        if (own != other) {
            String rest = body.replace(page.replaceFirst("\\?.*", ""), "");
            for (String id : List.of(other.order, other.account, other.payment)) {
                if (!page.contains(id)) {
                    assertThat(rest).as(page).doesNotContain(id);
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
