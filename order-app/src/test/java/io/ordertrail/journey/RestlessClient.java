package io.ordertrail.journey;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A client that takes one order after the other, as chance will, and does something to it that may or may not be
 * allowed. What was cut off it asks again with the same key until it has an answer; an answer of the service's own
 * fault it reports.
 */
final class RestlessClient implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double AT_ONCE_AGAIN = 0.05;

    private final Shop shop;
    private final Crowd crowd;
    private final Random random;
    private final Deeds deeds;

    RestlessClient(Shop shop, Crowd crowd, long seed) {
        this.shop = shop;
        this.crowd = crowd;
        this.random = new Random(seed);
        this.deeds = new Deeds(random, crowd.accounts());
    }

    @Override
    public void run() {
        while (crowd.mayGoOn()) {
            if (crowd.mayPlace(random)) {
                place();
            } else {
                crowd.anyOrder(random).ifPresentOrElse(this::change, RestlessClient::pause);
            }
        }
    }

    private void place() {
        Reply placed = post(deeds.order());
        if (placed.status() == 201) {
            crowd.placed(placed.at("/id"));
        } else {
            crowd.begin(1, 0);
        }
    }

    private void change(String orderId) {
        crowd.done();
        if (random.nextInt(30) == 0) {
            receive();
            return;
        }
        Reply now = get("/api/v1/orders/" + orderId);
        if (now.status() != 200) {
            return;
        }
        JsonNode order = now.body();
        if (random.nextInt(9) == 0) {
            edit(order);
        } else if (random.nextInt(20) == 0) {
            payTwice(order);
        } else {
            deeds.next(order).ifPresent(this::post);
        }
    }

    /** Works an edit out, and mostly makes it. */
    private void edit(JsonNode order) {
        Deed edit = deeds.edit(order);
        Reply proposed = post(edit, "If-Match", version(order.at("/version").asLong()));
        if (proposed.status() == 201 && random.nextInt(8) > 0) {
            Deed confirmation = new Deed(edit.path() + "/" + proposed.at("/id") + "/confirmation", "{}");
            post(confirmation, "If-Match", proposed.header("ETag"));
        }
    }

    /** By two means, one right after the other. */
    private void payTwice(JsonNode order) {
        post(deeds.payment(order));
        post(deeds.payment(order));
    }

    private void receive() {
        String sku = random.nextBoolean() ? "CAP" : "MUG";
        int units = 1 + random.nextInt(4);
        if (post(new Deed("/api/v1/stock/" + sku + "/receipts", "{\"quantity\":" + units + "}"))
                        .status()
                == 201) {
            crowd.received(sku, units);
        }
    }

    private static String version(long number) {
        return "\"" + number + "\"";
    }

    private Reply get(String path) {
        return untilAnswered(() -> shop.get(path));
    }

    private Reply post(Deed deed, String... more) {
        String[] headers = new String[more.length + 2];
        System.arraycopy(more, 0, headers, 2, more.length);
        headers[0] = "Idempotency-Key";
        headers[1] = new UUID(random.nextLong(), random.nextLong()).toString();
        Reply reply = untilAnswered(() -> shop.post(deed.path(), deed.body(), headers));
        if (random.nextDouble() < AT_ONCE_AGAIN) {
            untilAnswered(() -> shop.post(deed.path(), deed.body(), headers));
        }
        return reply;
    }

    private Reply untilAnswered(Supplier<Reply> request) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                Reply reply = request.get();
                crowd.answered(reply);
                if (reply.status() != 503 || Instant.now().isAfter(end)) {
                    return reply;
                }
            } catch (UncheckedIOException e) {
                crowd.cutOff();
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
