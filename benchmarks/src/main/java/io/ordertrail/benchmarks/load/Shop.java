package io.ordertrail.benchmarks.load;

import io.ordertrail.benchmarks.machine.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A shop whose orders confirm themselves: two lines of which stock is kept and is there, paid from an account with
 * money in it. Its orders go round 200 SKUs and 200 accounts; thread-safe.
 */
public final class Shop {

    private static final int SKUS = 200;
    private static final int ACCOUNTS = 200;

    private final Client client;
    private final String[] accounts = new String[ACCOUNTS];
    private volatile String last = "";
    private final AtomicInteger placed = new AtomicInteger();

    private Shop(Client client) {
        this.client = client;
    }

    /** Fills its shelves and its customers' accounts. */
    public static Shop open(Client client) throws Exception {
        Shop shop = new Shop(client);
        List<Callable<Void>> work = new ArrayList<>();
        for (int n = 0; n < SKUS; n++) {
            String path = "/api/v1/stock/" + sku(n);
            work.add(() -> {
                client.put(path, "{\"name\":\"Mug\",\"safety\":0,\"backorderLimit\":0}");
                client.post(path + "/receipts", "{\"quantity\":1000000,\"reference\":\"po-7\"}");
                return null;
            });
        }
        for (int n = 0; n < ACCOUNTS; n++) {
            int account = n;
            work.add(() -> {
                shop.accounts[account] = account(client, "c-" + account);
                return null;
            });
        }
        Load.all(work);
        return shop;
    }

    /** Opens an account with a million euros in it and returns its id. */
    public static String account(Client client, String owner) throws IOException, InterruptedException {
        String account = Client.text(
                "id",
                client.post(
                        "/api/v1/accounts",
                        "{\"ownerId\":\"" + owner + "\",\"kind\":\"CUSTOMER\",\"currency\":\"EUR\"}"));
        client.post(
                "/api/v1/accounts/" + account + "/deposits",
                "{\"amount\":{\"amount\":\"1000000.00\",\"currency\":\"EUR\"},\"reference\":\"till 3\"}");
        return account;
    }

    /** Places an order and returns its id. */
    public String place() throws IOException, InterruptedException {
        int n = placed.getAndIncrement();
        String order = Client.text("id", client.post("/api/v1/orders", order(n)));
        last = order;
        return order;
    }

    private String order(int n) {
        int customer = n % ACCOUNTS;
        return "{\"customerId\":\"c-" + customer
                + "\",\"currency\":\"EUR\",\"payment\":{\"method\":\"ACCOUNT\",\"accountId\":\""
                + accounts[customer] + "\"},\"lines\":[" + line(2 * n) + "," + line(2 * n + 1)
                + "],\"shippingAddress\":{\"name\":\"A. Turing\",\"line1\":\"Hauptstr. 1\",\"postalCode\":\"10115\",\"city\":\"Berlin\","
                + "\"country\":\"DE\"}}";
    }

    private static String line(int n) {
        return "{\"sku\":\"" + sku(n % SKUS) + "\",\"name\":\"Mug\",\"quantity\":1,\"unitPrice\":{\"amount\":\"8.00\","
                + "\"currency\":\"EUR\"},\"taxRate\":\"0.19\",\"priceIncludesTax\":true}";
    }

    private static String sku(int n) {
        return "MUG-" + n;
    }

    boolean isLastConfirmed() throws IOException {
        return isConfirmed(client.read("/api/v1/orders/" + last));
    }

    /** As the order itself says. */
    public static boolean isConfirmed(String order) {
        return "CONFIRMED".equals(Client.text("status", order))
                && "AUTHORIZED".equals(Client.text("paymentStatus", order));
    }
}
