package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A person with a name that nobody else has is forgotten, and the service is killed in the middle of it. Afterwards the
 * name is in no file, in no log and not in the memory of the process. All books agree before and after it.
 */
abstract class ReallyGone {

    /** In every text that a person can give, or that can be given about them, in some case or other. */
    private static final String NAME = "Qzworblat";

    /** A telephone has no letters. */
    private static final String PHONE = "775811942";

    private static final List<String> SOUGHT = Stream.of(
                    NAME, NAME.toLowerCase(Locale.ROOT), NAME.toUpperCase(Locale.ROOT), PHONE)
            // A byte for each character, or two, as the memory of the process has those of wide texts.
            .flatMap(text -> Stream.of(text, String.join("\0", text.split(""))))
            .toList();

    private static final String CUSTOMER = "/api/v1/customers/c-q";

    final Path dataDir = InProcess.newDataDir();
    private final Path log = dataDir.resolve("service.log");

    abstract List<String> settings();

    abstract List<String> verification();

    /** Does what the operator is told to do, and gives the files that are to be looked through. */
    abstract List<Path> files() throws Exception;

    @Test
    void a_name_that_was_forgotten_is_nowhere() throws Exception {
        int port = Child.freePort();
        String order;
        try (Child service = Child.start(port, log, settings())) {
            Shop shop = new Shop(service.url(), reply -> {});
            order = live(shop);
            assertThat(legible(List.of(dump(service))))
                    .as("the dump shows what is in memory")
                    .isNotEmpty();
            shop.awaitQuiet();
        }
        Files.delete(dataDir.resolve("heap.hprof"));
        assertThat(legible(files())).as("the files show what is in views").isNotEmpty();
        assertThat(verify()).as("before").isZero();
        try (Child service = Child.startHalting(port, log, halting(new Random()))) {
            Shop shop = new Shop(service.url(), reply -> {});
            shop.post(CUSTOMER + "/erasure", "{\"reason\":\"asked for\"}", "X-Correlation-Id", "erasure")
                    .expect(202);
            await().atMost(Duration.ofSeconds(60)).until(() -> text(log).contains(HaltingApp.HALTED));
            service.kill();
        }
        try (Child service = Child.start(port, log, settings())) {
            Shop shop = new Shop(service.url(), reply -> {});
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(shop.get(CUSTOMER).expect(200).at("/state")).isEqualTo("ERASED");
                assertThat(shop.get("/api/v1/orders/" + order).expect(200).at("/shippingAddress/name"))
                        .isEqualTo("[erased]");
            });
            shop.awaitQuiet();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        goOn(shop, order);
                        assertThat(legible(List.of(dump(service)))).isEmpty();
                    });
        }
        Files.delete(dataDir.resolve("heap.hprof"));
        assertThat(verify()).as("after").isZero();
        assertThat(legible(files())).isEmpty();
    }

    /** Before or after the destruction of the key, or of the command that erases one of the first orders. */
    private List<String> halting(Random random) {
        List<String> settings = new ArrayList<>(settings());
        settings.addAll(List.of(
                "halt.conversation=erasure",
                "halt.at=" + (1 + random.nextInt(3)),
                "halt.afterwards=" + random.nextBoolean()));
        System.out.println(getClass().getSimpleName() + ": " + settings);
        return settings;
    }

    /** The person orders, moves, writes, and is read in every way there is. */
    private static String live(Shop shop) {
        String order =
                shop.post("/api/v1/orders", order("c-q", NAME)).expect(201).at("/id");
        String path = "/api/v1/orders/" + order;
        shop.post(path + "/address", "{" + address("billingAddress", NAME.toLowerCase(Locale.ROOT)) + "}")
                .expect(200);
        shop.post(path + "/notes", "{\"text\":\"" + NAME + " rings twice\",\"visibility\":\"CUSTOMER\"}")
                .expect(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.get("/api/v1/orders?q=" + NAME)
                        .expect(200)
                        .at("/items/0/id")
                        .equals(order));
        shop.get(path + "/history").expect(200);
        shop.get(path + "?version=0").expect(200);
        new NameEverywhere(new FaultShop(shop), "c-q", NAME).write();
        assertThat(shop.get(CUSTOMER + "/personal-data").expect(200).http().body())
                .contains(
                        "order.OrderHeld",
                        "payment.PaymentInitiated",
                        "shipment.ShipmentLost",
                        "return.ReturnRejected",
                        "account.Withdrawn",
                        "transfer.TransferInitiated");
        shop.get("/api/v1/admin/attention?resolved=true").expect(200);
        shop.get("/api/v1/orders/export?format=ndjson").expect(200);
        shop.get("/api/v1/orders/export?q=" + NAME).expect(200);
        shop.post("/api/v1/orders/search", "{\"filters\":{},\"q\":\"" + NAME + "\"}")
                .expect(200);
        shop.post(path + "/cancellation", "{\"reason\":\"CUSTOMER\"}").expect(200);
        return order;
    }

    /** Others come, and what is left of the person is read. */
    private static void goOn(Shop shop, String order) {
        for (int n = 0; n < 20; n++) {
            shop.post("/api/v1/orders", order("c-" + n, "Somebody else " + n)).expect(201);
            shop.get("/api/v1/orders/" + order + "/history").expect(200);
            shop.get("/api/v1/orders/" + order + "?version=0").expect(200);
        }
    }

    private static String order(String customer, String name) {
        return Shop.ORDER
                .replace("c-1042", customer)
                .replaceFirst("\"shippingAddress\":\\{.*}}", address("shippingAddress", name) + "}");
    }

    private static String address(String which, String name) {
        return "\"" + which + "\":{\"name\":\"" + name + "\",\"line1\":\"" + name + " Row 7\",\"line2\":\"c/o " + name
                + "\",\"postalCode\":\"" + name + "\",\"city\":\"" + name + "\",\"region\":\"" + name
                + "\",\"country\":\"DE\",\"company\":\"" + name + " Ltd\",\"email\":\""
                + name.replace(' ', '.') + "@example.org\",\"phone\":\"+4930"
                + (name.equalsIgnoreCase(NAME) ? PHONE : "123456") + "\"}";
    }

    private Path dump(Child service) throws IOException, InterruptedException {
        Path file = dataDir.resolve("heap.hprof").toAbsolutePath();
        Files.deleteIfExists(file);
        // Of what can be reached only; it collects what cannot.
        service.ask("GC.heap_dump", file.toString());
        return file;
    }

    /** Where the name stands. */
    private static List<String> legible(List<Path> files) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String bytes = text(file);
            for (String name : SOUGHT) {
                for (int at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
                    String around = bytes.substring(Math.max(0, at - 60), Math.min(bytes.length(), at + 60));
                    found.add(file + ": " + around.replaceAll("[^ -~]", "."));
                }
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private int verify() throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(verification());
        return Child.script(dataDir.resolve("verify.log"), arguments).waitFor();
    }
}
