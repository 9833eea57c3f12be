package io.ordertrail.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrackedSkusTest {

    private final JdbcClient jdbc = Database.empty();
    private final TrackedSkus tracked = new TrackedSkus(jdbc);

    @Test
    void S7_only_what_was_registered_is_tracked() {
        UniqueClaims names = new UniqueClaims(jdbc);
        names.claim(StockItemId.SKU, "TEE-M", StockItemId.of("TEE-M"));
        names.claim(StockItemId.SKU, "TEE-S", StockItemId.of("TEE-S"));
        names.claim("dispatch", "TEE-L", "stock-TEE-L");
        assertThat(tracked.among(List.of("TEE-M", "TEE-L", "TEE-M", "tee-s"))).containsExactly("TEE-M");
    }

    @Test
    void nothing_is_asked_of_nothing() {
        assertThat(tracked.among(List.of())).isEmpty();
    }
}
