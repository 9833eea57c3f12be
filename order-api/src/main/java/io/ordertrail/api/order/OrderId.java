package io.ordertrail.api.order;

import io.ordertrail.api.constraint.IdForms;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of orders and of what belongs to them. Each begins with its subject, because all streams share one table, and is
 * derived from the request that asked for it, so that a repeated request means the same thing. The id of a part
 * contains its order's, so that the part leads to the order without a look-up.
 */
public final class OrderId {

    private static final Pattern ORDER = Pattern.compile(IdForms.ORDER);
    private static final Pattern PART = Pattern.compile(IdForms.PART);

    private OrderId() {}

    /** The order that the request {@code seed} (caller, route and key) places. */
    public static String of(String seed) {
        return "order-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** The shipment that the request {@code seed} asks of {@code orderId}. */
    public static String shipment(String orderId, String seed) {
        return part("shipment", orderId, seed);
    }

    /** The payment that the request {@code seed} records for {@code orderId}. */
    public static String payment(String orderId, String seed) {
        return part("payment", orderId, seed);
    }

    /** The return that the request {@code seed} asks of {@code orderId}. */
    public static String returned(String orderId, String seed) {
        return part("return", orderId, seed);
    }

    /** The edit that the request {@code seed} proposes for {@code orderId}. */
    public static String edit(String orderId, String seed) {
        return part("edit", orderId, seed);
    }

    /** The order to which a shipment, payment, return or edit belongs; empty if {@code partId} has another form. */
    public static Optional<String> ofPart(String partId) {
        Matcher form = PART.matcher(partId);
        return form.matches() ? Optional.of("order-" + form.group(1)) : Optional.empty();
    }

    /** Whether {@code id} has the form of an order's id. */
    public static boolean isValid(String id) {
        return ORDER.matcher(id).matches();
    }

    private static String part(String subject, String orderId, String seed) {
        String hash =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        return subject + orderId.substring("order".length()) + "-" + hash.substring(hash.length() - 12);
    }
}
