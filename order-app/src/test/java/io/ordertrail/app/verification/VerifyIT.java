package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.api.verification.VerificationQuery.VerifyWrites;
import io.ordertrail.app.FrontDoor;
import io.ordertrail.app.OrderApp;
import io.ordertrail.app.importing.Import;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Against a database that a real service filled and left. */
class VerifyIT {

    private static final String ORDERS = """
            external_ref,customer_id,currency,ordered_at,sku,name,quantity,unit_price,discount,tax_rate,price_includes_tax,shipping_method,shipping_price,ship_name,ship_line1,ship_postal_code,ship_city,ship_country,paid_at,shipped_at,delivered_at,cancelled_at
            A-1,c-1,EUR,2026-01-05,TEE-M,Tee M,2,24.99,,0.19,true,DHL,4.90,A. Turing,Hauptstr. 1,10115,Berlin,DE,2026-01-06,2026-01-07,2026-01-09,
            A-2,c-2,EUR,2026-01-05,MUG,Mug,1,7.00,,0.19,false,,,G. Hopper,Main St 2,,Arlington,US,,2026-01-07,,
            A-3,c-2,JPY,2026-01-05,MUG,Mug,3,700,100,0.1,true,,,G. Hopper,Main St 2,,Arlington,US,2026-01-06,,,2026-01-08
            """;

    @TempDir
    static Path left;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aServiceFillsItAndStops() throws Exception {
        Path csv = Files.writeString(left.resolve("orders.csv"), ORDERS);
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(OrderApp.class)
                .run("--server.port=0", "--ordertrail.data-dir=" + left.resolve("data"))) {
            String url = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
            assertThat(new CommandLine(new Import()).execute(csv.toString(), "--url", url))
                    .isZero();
            place(url);
            Dispatch dispatch = service.getBean(Dispatch.class);
            await().until(() -> isWhole(dispatch, new VerifyViews()) && isWhole(dispatch, new VerifyWrites()));
            await().until(() -> checks(dispatch, new VerifyWrites()).stream()
                    .anyMatch(check -> check.id().equals("I5") && check.checked() == 1));
        }
    }

    /** An order that goes on; the imported ones are history. */
    private static void place(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + FrontDoor.ORDERS))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "place-1")
                .POST(HttpRequest.BodyPublishers.ofString(FrontDoor.example("PlaceOrder")))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static boolean isWhole(Dispatch dispatch, VerificationQuery query) {
        return checks(dispatch, query).stream().allMatch(check -> check.breaches() == 0);
    }

    private static List<Verification.Check> checks(Dispatch dispatch, VerificationQuery query) {
        RequestContext caller = new RequestContext("test", List.of("SERVICE"), "c", "0", null, null);
        return dispatch.ask(query, caller, Verification.class).checks();
    }

    private int verify(String... args) {
        return new CommandLine(new Verify(OrderApp.class))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("ordertrail") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    }

    /** What a test breaks is its own copy. */
    private Path copy() throws Exception {
        return Files.copy(left.resolve("data/ordertrail.mv.db"), folder.resolve("ordertrail.mv.db"));
    }

    private int verifyAfter(String sql) throws Exception {
        copy();
        try (Connection connection = DriverManager.getConnection(url(), "ordertrail", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
        return verify("--data-dir", folder.toString());
    }

    @Test
    void a_whole_database_is_told_so_and_not_a_byte_of_it_changes() throws Exception {
        Path database = copy();
        byte[] before = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(database));

        assertThat(verify("--data-dir", folder.toString())).as(out + "\n" + err).isZero();

        assertThat(out.toString())
                .contains("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I9")
                .endsWith("verify: OK" + System.lineSeparator());
        assertThat(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(database)))
                .isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(database);
        }
    }

    @Test
    void a_row_that_no_event_accounts_for_is_caught() throws Exception {
        assertThat(verifyAfter("update order_list set grand_total = grand_total + 1 where external_ref = 'A-1'"))
                .isEqualTo(1);
        assertThat(out.toString()).containsPattern("verify: \\d+ breach");
    }

    @Test
    void an_order_that_its_process_has_forgotten_is_caught() throws Exception {
        assertThat(verifyAfter("delete from process_step")).isEqualTo(1);
        assertThat(out.toString()).containsPattern("I5 +1 +1 +BREACH +Every pending order");
    }

    @Test
    void a_projection_that_is_behind_is_told_so_and_is_no_breach() throws Exception {
        assertThat(verifyAfter("delete from shared_view where projection = 'order-view';"
                        + " insert into token_entry (processor_name, segment) values ('order-view', 0);"
                        + " delete from order_view"))
                .as(out + "\n" + err)
                .isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("I6 +\\d+ +0 +BEHIND +every projection")
                .endsWith("verify: BEHIND" + System.lineSeparator());
    }

    @Test
    void an_event_that_was_taken_away_is_caught() throws Exception {
        assertThat(verifyAfter("delete from domain_event where sequence_number = 2"))
                .isEqualTo(1);
        assertThat(out.toString()).containsPattern("verify: \\d+ breach");
    }

    /** As if the service had stored it last. */
    @Test
    void an_event_that_somebody_has_added_at_the_end_is_named() throws Exception {
        Path kept = folder.resolve("kept.txt");
        copy();
        assertThat(new CommandLine(new CheckpointFile(OrderApp.class))
                        .setOut(new PrintWriter(out, true))
                        .execute("--data-dir", folder.toString(), kept.toString()))
                .isZero();
        assertThat(verify("--data-dir", folder.toString(), "--chain", "--checkpoint", kept.toString()))
                .as(out + "\n" + err)
                .isZero();
        Files.delete(folder.resolve("ordertrail.mv.db"));

        assertThat(verifyAfter("insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type,"
                        + " recorded_at, payload_type, payload_revision, payload, metadata) select 'forged', aggregate_id,"
                        + " 99, aggregate_type, recorded_at, payload_type, payload_revision, payload, metadata"
                        + " from domain_event where sequence_number = 0 limit 1"))
                .isEqualTo(1);
        assertThat(out.toString()).containsPattern("- position \\d+: event 99 of .*forged\\) was inserted");
    }

    @Test
    void a_file_without_checkpoints_is_told_by_name() throws Exception {
        copy();
        Path none = Files.writeString(folder.resolve("none.txt"), "nothing");
        assertThat(verify("--data-dir", folder.toString(), "--checkpoint", none.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none.txt: there is no checkpoint in this file");
    }

    @Test
    void a_database_of_another_sort_is_not_migrated() throws Exception {
        copy();
        try (Connection connection = DriverManager.getConnection(url(), "ordertrail", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }

        assertThat(verify("--data-dir", folder.toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("verify: The database could not be opened, or has another version");
    }

    @Test
    void a_database_that_is_not_there_is_told_by_name() {
        assertThat(verify("--jdbc-url", "jdbc:h2:file:" + folder.resolve("none")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none");
        assertThat(folder).isEmptyDirectory();
    }
}
