package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of who did something and who has looked at whom. */
@ExtendWith(OutputCaptureExtension.class)
class AuditIT {

    @Test
    void addresses_are_hashed_and_looks_at_persons_are_logged_where_that_is_wanted(CapturedOutput output) {
        try (InProcess service = InProcess.start(List.of(
                "ordertrail.data-dir=" + InProcess.newDataDir(),
                "ordertrail.personal-data.hash-addresses=true",
                "ordertrail.personal-data.log-access=true"))) {
            Shop shop = new Shop(service.url(), reply -> {});
            String order = shop.place();
            shop.get("/api/v1/orders/" + order, "X-Actor", "nosy", "X-Roles", "SUPPORT")
                    .expect(200);
            shop.get("/api/v1/orders/" + order, "X-Actor", "c-1042", "X-Roles", "CUSTOMER")
                    .expect(200);
            shop.get("/api/v1/customers/c-1042/personal-data", "X-Actor", "dpo", "X-Roles", "AUDITOR")
                    .expect(200);
            shop.get("/api/v1/orders/export?q=turing", "X-Actor", "nosy", "X-Roles", "SUPPORT")
                    .expect(200);
            assertThat(service.context()
                            .getBean(JdbcClient.class)
                            .sql("select metadata from domain_event where aggregate_id = ?")
                            .param(order)
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .allSatisfy(metadata -> assertThat(metadata)
                            .containsPattern("\"address\":\"[0-9a-f]{16}\"")
                            .doesNotContain("127.0.0.1"));
            assertThat(output.getOut().lines().filter(line -> line.contains("PersonalDataLog")))
                    .anySatisfy(look -> assertThat(look)
                            .contains("nosy (local) read order.GetOrder of [" + order + "], customers [c-1042]"))
                    .anySatisfy(
                            look -> assertThat(look).contains("dpo (local) read customer.GetPersonalData of [c-1042]"))
                    .anySatisfy(look ->
                            assertThat(look).contains("nosy (local) read order.ExportOrders of [], customers [c-1042]"))
                    .as("what was searched could not be forgotten in a log")
                    .noneSatisfy(look -> assertThat(look).containsIgnoringCase("turing"))
                    .noneSatisfy(look -> assertThat(look).contains("c-1042 (local)"));
        }
    }
}
