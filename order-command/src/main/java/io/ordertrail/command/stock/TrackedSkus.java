package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockItemId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which SKUs are kept as stock (rule S7): those that were registered once. All others are always available. */
public final class TrackedSkus {

    private final JdbcClient jdbc;

    public TrackedSkus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The unique names of {@code skus}, as pairs for {@code (kind, name) in (…)}: with the kind beside it H2 would read
     * every SKU there is. A list in SQL has one value at least, so where there is no SKU it is a name that none has.
     */
    public static List<Object[]> names(Collection<String> skus) {
        Set<String> asked = skus.isEmpty() ? Set.of("") : Set.copyOf(skus);
        return asked.stream().map(sku -> new Object[] {StockItemId.SKU, sku}).toList();
    }

    /** Those of {@code skus} that are tracked. One statement, none where nothing is asked. */
    public Set<String> among(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select name from claimed_name where (kind, name) in (:skus)")
                .param("skus", names(skus))
                .query(String.class)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
