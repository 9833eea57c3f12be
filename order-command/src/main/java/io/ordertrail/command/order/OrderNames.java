package io.ordertrail.command.order;

import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.commit.CommandRows;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.stock.TrackedSkus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The names of orders that may be given once only. A stream cannot see into another, so each name is a unique row,
 * written in the transaction of the order's first event.
 */
public final class OrderNames {

    /** The order's number as a name: {@code 2026-000123}. */
    public static final String NUMBER = "order-number";

    /** A shop's own number as a name: {@link #external}. */
    public static final String EXTERNAL_REF = "external-ref";

    private final JdbcClient jdbc;
    private final UniqueClaims names;

    OrderNames(JdbcClient jdbc, UniqueClaims names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** A channel has no slash, so two channels never make the same name. */
    public static String external(String channel, String externalRef) {
        return channel + "/" + externalRef;
    }

    /**
     * A number that no order has: the year of {@code at} in UTC and a count that goes on over the years. In the same
     * statement, because every order that is placed needs both: which of {@code skus} are kept as stock (rule S7), and
     * whether there may still be orders of the customer.
     *
     * @throws Refused the customer is forgotten
     */
    Drawn draw(Instant at, Collection<String> skus, String customerId) {
        List<Row> rows = jdbc.sql("select drawn.number, sku.name, (select count(*) from claimed_name"
                        + " where kind = :erasures)"
                        + " from (select nextval('order_number_seq') as number) drawn"
                        + " left join claimed_name sku on (sku.kind, sku.name) in (:skus)")
                .param("skus", TrackedSkus.names(skus))
                .param("erasures", CustomerNames.erasures(customerId))
                .query((row, n) -> new Row(row.getLong(1), row.getString(2), row.getLong(3) % 2 == 1))
                .list();
        if (rows.get(0).isErased) {
            throw new Refused(new CustomerIsErased(customerId));
        }
        return new Drawn(
                String.format(Locale.ROOT, "%d-%06d", at.atZone(ZoneOffset.UTC).getYear(), rows.get(0).number),
                rows.stream().map(Row::sku).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()));
    }

    private record Row(long number, @Nullable String sku, boolean isErased) {}

    /** An order's number, and which of its SKUs are tracked. */
    record Drawn(String number, Set<String> tracked) {}

    /** @throws ConcurrencyException another order has the number, or is being given it right now */
    void claim(String number, String customerId, String orderId) {
        insert(jdbc.sql("insert into claimed_name (kind, name, owner) values (?, ?, ?), (?, ?, ?)")
                .params(NUMBER, number, orderId, CustomerNames.orders(customerId), orderId, orderId));
    }

    /** The same, and the shop's own number, in one statement. */
    void claim(String number, String external, String customerId, String orderId) {
        insert(jdbc.sql("insert into claimed_name (kind, name, owner) values (?, ?, ?), (?, ?, ?), (?, ?, ?)")
                .params(List.of(
                        NUMBER,
                        number,
                        orderId,
                        CustomerNames.orders(customerId),
                        orderId,
                        orderId,
                        EXTERNAL_REF,
                        external,
                        orderId)));
    }

    /** The order that has this number. */
    Optional<String> ownerOfNumber(String number) {
        return names.ownerOf(NUMBER, number);
    }

    /** The order that has this reference. */
    Optional<String> ownerOf(String external) {
        return names.ownerOf(EXTERNAL_REF, external);
    }

    /** Goes on counting, over all years, after the highest number that was given; where none was, nothing changes. */
    void continueAfterLast() {
        long last = jdbc.sql("select coalesce(max(cast(substring(name from position('-' in name) + 1) as bigint)), 0)"
                        + " from claimed_name where kind = ?")
                .param(NUMBER)
                .query(Long.class)
                .single();
        if (last > 0) {
            jdbc.sql("alter sequence order_number_seq restart with " + (last + 1))
                    .update();
        }
    }

    private static void insert(StatementSpec statement) {
        CommandRows.begin();
        try {
            statement.update();
        } catch (DuplicateKeyException | ConcurrencyFailureException | QueryTimeoutException e) {
            // Nothing of the command is stored; the next attempt sees whose name it is.
            throw new ConcurrencyException("Another order has this name or is being given it", e);
        }
    }
}
