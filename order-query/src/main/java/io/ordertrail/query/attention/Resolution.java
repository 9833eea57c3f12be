package io.ordertrail.query.attention;

import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * What ends it that something needs a person: requests to the API, each as method and path, the first to be thought of
 * first. {@code {ask}} is a number from the order's view, {@code {id}} an id from a list. Items that end by themselves
 * have none.
 */
final class Resolution {

    private static final String API = "/api/v1/";

    private Resolution() {}

    static List<String> of(AttentionRow row) {
        return switch (row.kind()) {
            case ORDER_PROBLEM ->
                problem(
                        row.subject(),
                        row.id()
                                .substring(
                                        ReportedProblems.key(row.subject(), "").length()));
            case ORDER_OVERDUE -> posts(order(row.subject()), "/shipments", "/cancellation");
            case STOCK_SHORTFALL -> posts(API + "stock/" + row.subject(), "/receipts", "/adjustments");
            // An unknown outcome is looked up again and again, until the answer comes.
            case PAYMENT_OUTCOME -> List.of();
            case STEP_STUCK -> stuck(row);
            case EVENT_PARKED -> parked(row.id());
            // Such an item is no row: what it is about may be that rows cannot be written.
            case DEAD_LETTERS -> List.of();
        };
    }

    /** Look at them, and try them again. */
    static List<String> of(Group group) {
        String letters = API + "admin/dead-letters";
        String filter = "?projection=" + group.place() + "&error=" + group.error() + "&eventType=" + group.eventType();
        return List.of("GET " + letters + filter, "POST " + letters + "/retry" + filter);
    }

    private static List<String> problem(String orderId, String problemId) {
        int colon = problemId.indexOf(':');
        String subject = problemId.substring(colon + 1);
        String retry = "/asks/" + subject + "/{ask}/retry";
        String order = order(orderId);
        return switch (colon < 0 ? "" : problemId.substring(0, colon)) {
            case "refund-due" -> posts(order, "/debts/" + problemId + "/settlement");
            case "refund-failed" -> posts(order, retry, "/debts/" + problemId + "/settlement");
            case "capture-failed" -> posts(order, retry, "/payments", "/cancellation");
            case "payment-due" -> posts(order, "/payments", "/debts/due/settlement");
            case "void-failed" -> posts(order, retry);
            case "out-of-stock" -> posts(order, retry, "/edits", "/cancellation");
            case "undelivered" -> posts(API + "shipments/" + subject, "/resolution");
            case "approval" -> posts(order, "/approvals/" + subject + "/approval", "/approvals/" + subject + "/denial");
            case "overdrawn" -> List.of();
            case "chargeback" -> posts(order, "/payments", "/problems/" + problemId + "/resolution");
            default -> posts(order, "/problems/" + problemId + "/resolution");
        };
    }

    private static String order(String orderId) {
        return API + "orders/" + orderId;
    }

    /** Whose erasure waits, the detail says. */
    private static List<String> stuck(AttentionRow row) {
        return row.subject().startsWith(CustomerId.STREAM)
                ? posts(API + "customers/{customerId}", "/erasure/withdrawal", "/legal-hold/lift")
                : posts(step(row.id()), "/retry", "/takeover");
    }

    /** A step's id has slashes, so it is encoded in a path. */
    private static String step(String attentionId) {
        byte[] id = attentionId.substring(StuckSteps.PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        return API + "admin/steps/" + Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** The list of parked events has the id. */
    private static List<String> parked(String attentionId) {
        String process = attentionId.split("/", -1)[1];
        String event = API + "admin/processes/" + process + "/parked/{id}";
        return List.of("POST " + event + "/retry", "DELETE " + event);
    }

    private static List<String> posts(String resource, String... actions) {
        return Stream.of(actions).map(action -> "POST " + resource + action).toList();
    }
}
