package io.ordertrail.command.kernel;

import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is a customer's, and whether there may be more of it. A stream cannot see into another, so each of their orders
 * and accounts, and each transfer out of such an account, is a {@link UniqueName} of a kind that stands for its owner,
 * given with its first event.
 */
public final class CustomerNames {

    private final JdbcClient jdbc;
    private final UniqueClaims names;

    public CustomerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = new UniqueClaims(jdbc);
    }

    /** The kind of the names by which the orders of a customer are found: each is an order's id. */
    public static String orders(String customerId) {
        return "of:" + digits(customerId);
    }

    /** The same of their accounts. */
    public static String accounts(String customerId) {
        return "accounts:" + digits(customerId);
    }

    /** The same of the transfers out of an account. */
    public static String transfers(String accountId) {
        return "transfers:" + digits(accountId);
    }

    /**
     * The kind of the names of a customer's turns: each erasure that begins is one, and each that is called off. An odd
     * number of them says that the customer is, or is being, forgotten. A name is the version of the turn's event.
     */
    public static String erasures(String customerId) {
        return "erasures:" + digits(customerId);
    }

    /** A kind has 32 characters at most; these are 22. */
    private static String digits(String owner) {
        UUID id = CustomerId.uuid(owner);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The ids of all orders of a customer, the oldest last. */
    public List<String> ordersOf(String customerId) {
        return of(orders(customerId));
    }

    /** The ids of all their accounts. */
    public List<String> accountsOf(String customerId) {
        return of(accounts(customerId));
    }

    /** The ids of all transfers out of an account. */
    public List<String> transfersOf(String accountId) {
        return of(transfers(accountId));
    }

    private List<String> of(String kind) {
        return jdbc.sql("select name from claimed_name where kind = ? order by name desc")
                .param(kind)
                .query(String.class)
                .list();
    }

    /** @throws Refused the customer is forgotten, or is being */
    public void opened(String customerId, String accountId) {
        if (of(erasures(customerId)).size() % 2 == 1) {
            throw new Refused(new CustomerIsErased(customerId));
        }
        names.claim(accounts(customerId), accountId, accountId);
    }

    public void begun(String accountId, String transferId) {
        names.claim(transfers(accountId), transferId, transferId);
    }

    /**
     * Nothing new of this customer from now on; or, if there was to be nothing, something again.
     *
     * @param version of the event of the customer's stream that says so
     */
    public void turn(String customerId, long version) {
        names.claim(erasures(customerId), String.valueOf(version), CustomerId.stream(customerId));
    }
}
