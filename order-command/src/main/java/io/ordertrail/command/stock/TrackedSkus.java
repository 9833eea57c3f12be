package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockItemId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which SKUs are kept as stock (rule S7): those that were registered once. All others are always available. */
public final class TrackedSkus {

    private final JdbcClient jdbc;

    public TrackedSkus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code skus} that are tracked. One statement, none where nothing is asked. */
    public Set<String> among(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select name from claimed_name where kind = :kind and name in (:skus)")
                .param("kind", StockItemId.SKU)
                .param("skus", Set.copyOf(skus))
                .query(String.class)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
