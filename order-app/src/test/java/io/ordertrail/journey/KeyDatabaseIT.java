package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrail.app.CommandLineTools;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys of customers in a database of their own, and what becomes of a service without them or its master key. */
class KeyDatabaseIT {

    private final Path dataDir = InProcess.newDataDir();
    private final Path keys = InProcess.newDataDir().toAbsolutePath().resolve("keys");
    private final Path master = InProcess.newDataDir().resolve("master-key.json");
    private final String ownKeys =
            "ordertrail.personal-data.keys.url=jdbc:h2:file:" + keys + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private final String masterKey = "ordertrail.personal-data.master-key=file:" + master;

    @Test
    void they_have_a_database_of_their_own_and_without_the_master_key_nothing_starts_unless_told_to() throws Exception {
        assertThat(CommandLineTools.run("master-key", "create", master.toString()))
                .isZero();
        String order;
        try (InProcess service = start(ownKeys, masterKey)) {
            Shop shop = new Shop(service.url(), reply -> {});
            order = shop.place();
            assertThat(name(shop, order)).isEqualTo("A. Turing");
            forgets(shop, "c-else");
        }
        assertThat(customers()).isEqualTo(2);
        assertThat(CommandLineTools.run("master-key", "roll", master.toString()))
                .isZero();
        assertThatThrownBy(() -> start(ownKeys))
                .hasStackTraceContaining("The personal data of 1 customer cannot be read without the master key")
                .hasStackTraceContaining("c-1042. It is in 1 event in 1 stream: " + order);
        try (InProcess service = start(ownKeys, "ordertrail.personal-data.erased-if-unreadable=true")) {
            Shop shop = new Shop(service.url(), reply -> {});
            assertThat(shop.get("/api/v1/orders/" + order + "?version=0")
                            .expect(200)
                            .at("/shippingAddress/name"))
                    .isEqualTo("[erased]");
            assertThat(shop.post("/api/v1/orders", Shop.ORDER).expect(503).at("/code"))
                    .isEqualTo("UNAVAILABLE");
        }
        assertThatThrownBy(() -> start(masterKey))
                .hasStackTraceContaining("The keys of customers are in another database than this one.");
        try (InProcess service = start(ownKeys, masterKey)) {
            assertThat(name(new Shop(service.url(), reply -> {}), order)).isEqualTo("A. Turing");
        }
    }

    private static String name(Shop shop, String order) {
        return shop.get("/api/v1/orders/" + order + "?version=0").expect(200).at("/shippingAddress/name");
    }

    private static void forgets(Shop shop, String customer) {
        String order = shop.post("/api/v1/orders", Shop.ORDER.replace("c-1042", customer))
                .expect(201)
                .at("/id");
        shop.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"CUSTOMER\"}")
                .expect(200);
        shop.post("/api/v1/customers/" + customer + "/erasure", "{\"reason\":\"asked for\"}")
                .expect(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        shop.get("/api/v1/customers/" + customer).at("/state").equals("ERASED"));
    }

    private long customers() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + keys + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
                var rows = connection.createStatement().executeQuery("select count(*) from personal_key")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private InProcess start(String... settings) {
        return InProcess.start(Stream.concat(Stream.of("ordertrail.data-dir=" + dataDir), Stream.of(settings))
                .toList());
    }
}
