package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.axon.process.Policy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A name that nobody else has is written wherever people can write about a customer, snapshots are made of it, and
 * events that hold it are parked. In the rows of the database it is legible in views alone, and in a command that a
 * process has not got rid of yet.
 */
@ExtendWith(OutputCaptureExtension.class)
class LegibleRowsIT {

    private static final String NAME = "Qzworblat";

    private static final Set<String> MAY_BE_LEGIBLE = Set.of(
            "account_entry",
            "order_list",
            "order_view",
            "payment_view",
            "return_view",
            "shipment_view",
            "transfer_view",
            "process_step");

    @Test
    void what_is_personal_is_legible_in_views_alone_on_h2(CapturedOutput log) {
        check(List.of(), log);
    }

    @Test
    void what_is_personal_is_legible_in_views_alone_on_postgresql(CapturedOutput log) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            check(List.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")), log);
        }
    }

    private static void check(List<String> database, CapturedOutput log) {
        List<String> settings = new ArrayList<>(database);
        settings.add("ordertrail.data-dir=" + InProcess.newDataDir());
        settings.add("ordertrail.snapshots.every=1");
        settings.add("ordertrail.approvals.adjustments.EUR=50");
        try (InProcess service = InProcess.start(settings, Broken.class)) {
            FaultShop shop = new FaultShop(new Shop(service.url(), reply -> {}));
            JdbcClient jdbc = service.context().getBean(JdbcClient.class);
            new NameEverywhere(shop, "c-q", NAME).write();
            isInASnapshot(shop, jdbc);
            isParked(shop, jdbc);
            assertThat(log.getOut().lines()).noneMatch(line -> line.contains(NAME) && !line.contains(Broken.MESSAGE));
            Set<String> legible = new TreeSet<>();
            for (String table : tables(jdbc)) {
                for (Map<String, Object> row :
                        jdbc.sql("select * from " + table).query().listOfRows()) {
                    if (row.values().stream().anyMatch(value -> text(value).contains(NAME))) {
                        legible.add(table);
                    }
                }
            }
            assertThat(legible).contains("order_view").isSubsetOf(MAY_BE_LEGIBLE);
        }
    }

    /** It waits for a second person, so the state of the account has it. */
    private static void isInASnapshot(FaultShop shop, JdbcClient jdbc) {
        String account = shop.account("c-q", "0.00");
        Reply asked = shop.post(
                FaultShop.ACCOUNTS + account + "/deposits",
                "{\"amount\":" + FaultShop.eur("60.00") + ",\"reference\":\"" + NAME + "\"}");
        asked.expect(201);
        await().untilAsserted(() -> assertThat(jdbc.sql("select payload from snapshot_event where aggregate_id = ?")
                        .param(account)
                        .query(String.class)
                        .list())
                .anyMatch(payload -> payload.contains("\"reference\":\"sealed:")));
    }

    /** A process cannot take in what it says. */
    static final class Broken {

        private static final String MESSAGE = "Nobody knows ";

        @Bean
        static Policy broken() {
            return new Policy("broken", new Broken());
        }

        @EventHandler
        void on(OrderHeld event) {
            if (event.reason().contains("again")) {
                throw new IllegalStateException(MESSAGE + event.reason());
            }
        }
    }

    /** A process and a view cannot take an event in, and a step of another waits. */
    private static void isParked(FaultShop shop, JdbcClient jdbc) {
        String from = shop.account("c-q", "9.00");
        String to = shop.account("c-q", "0.00");
        String order = shop.confirmed("INVOICE", null, FaultShop.line("VASE", 1, "10.00"));
        shop.http().awaitQuiet();
        jdbc.sql("alter table domain_event add constraint broken check (aggregate_id <> '" + from
                        + "' or payload_type <> 'account.Withdrawn')")
                .update();
        jdbc.sql("alter table order_list add constraint broken_row check (hold_reason is null)")
                .update();
        shop.post(
                        "/api/v1/transfers",
                        "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":" + FaultShop.eur("4.00")
                                + ",\"reference\":\"" + NAME + "\"}")
                .expect(202);
        shop.post(FaultShop.ORDERS + order + "/hold", "{\"reason\":\"" + NAME + " again\"}")
                .expect(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(count(jdbc, "dead_letter")).isPositive();
            assertThat(count(jdbc, "parked_sequence")).isPositive();
            assertThat(count(jdbc, "process_step where failures > 0")).isPositive();
        });
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
