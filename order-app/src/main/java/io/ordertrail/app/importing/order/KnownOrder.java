package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.sale.Draft;
import io.ordertrail.app.importing.sale.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as the service has it, held against what the file says of it. */
record KnownOrder(JsonNode order) {

    private static final List<String> SAID_ONCE = List.of("channel", "externalRef", "customerId", "currency");
    private static final List<String> PARTS_OF_ADDRESS =
            List.of("name", "line1", "line2", "postalCode", "city", "region", "country", "company", "email", "phone");
    private static final List<String> NOT_GIVEN_BACK = List.of("REFUSED");

    /**
     * Whether there is nothing to tell the service of this order. Where that is not certain, it is asked step by step.
     */
    boolean isAllOf(Draft draft) {
        return isPlacedAs(draft) && draft.steps().stream().allMatch(step -> isDone(step, draft));
    }

    private boolean isPlacedAs(Draft draft) {
        Map<String, Object> asked = draft.placement();
        Object expected = asked.get("expectedTotal");
        return SAID_ONCE.stream().allMatch(name -> text(asked, name).equals(text(order, name)))
                && text(asked, "at").equals(text(order, "createdAt"))
                && lines().size() == draft.lines().size()
                && missing(draft).isEmpty()
                && isSent(asked)
                && isKept(asked.get("metadata"))
                && isNumber(amountOf(asked.get("discount")), orderDiscount().toPlainString())
                && (expected == null || isNumber(amountOf(expected), amountOf(order.path("totals"), "grand")));
    }

    private boolean isSent(Map<String, Object> asked) {
        Object way = asked.get("shipping");
        JsonNode here = order.path("shipping");
        return text(way, "method").equals(text(here, "method"))
                && isNumber(amountOf(way, "price"), amountOf(here, "price"))
                && isAddress(asked.get("shippingAddress"), order.path("shippingAddress"))
                && isAddress(asked.get("billingAddress"), order.path("billingAddress"));
    }

    private boolean isKept(@Nullable Object asked) {
        JsonNode here = order.path("metadata");
        return asked instanceof Map<?, ?> metadata
                ? metadata.size() == here.size()
                        && metadata.keySet().stream()
                                .map(String::valueOf)
                                .allMatch(name -> text(metadata, name).equals(text(here, name)))
                : here.isEmpty();
    }

    private BigDecimal orderDiscount() {
        return lines().stream()
                .map(line -> number(amountOf(line, "orderDiscount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isAddress(@Nullable Object one, JsonNode other) {
        return PARTS_OF_ADDRESS.stream().allMatch(part -> text(one, part).equals(text(other, part)));
    }

    /** The lines of the file that the order lacks, by their place in the file. */
    List<Integer> missing(Draft draft) {
        List<String> ids = lineIds(draft);
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).isEmpty())
                .boxed()
                .toList();
    }

    /** Whether it has nothing but lines of the file, and not all of them. */
    boolean isCutFrom(Draft draft) {
        List<Integer> missing = missing(draft);
        return !missing.isEmpty() && lines().size() == draft.lines().size() - missing.size();
    }

    int lineCount() {
        return lines().size();
    }

    /**
     * For each line of the file the id that it has here; empty for one that is not here. Two that are the same are two.
     */
    List<String> lineIds(Draft draft) {
        List<JsonNode> left = new ArrayList<>(lines());
        List<String> ids = new ArrayList<>();
        for (Object asked : draft.lines()) {
            JsonNode found = left.stream()
                    .filter(here -> isSame(asked, here))
                    .findFirst()
                    .orElse(null);
            left.remove(found);
            ids.add(found == null ? "" : text(found, "lineId"));
        }
        return ids;
    }

    private static boolean isSame(Object asked, JsonNode here) {
        return text(asked, "sku").equals(text(here, "sku"))
                && text(asked, "name").equals(text(here, "name"))
                && text(asked, "quantity").equals(String.valueOf(ordered(here)))
                && isNumber(amountOf(asked, "unitPrice"), amountOf(here, "unitPrice"))
                && isNumber(amountOf(asked, "discount"), ownDiscount(here))
                && isNumber(text(asked, "taxRate"), text(here, "taxRate"))
                && text(asked, "priceIncludesTax")
                        .equals(String.valueOf(here.path("priceIncludesTax").asBoolean(false)));
    }

    /** What is taken off the line beside its share of the order's discount. */
    private static String ownDiscount(JsonNode line) {
        String share = amountOf(line, "orderDiscount");
        String all = amountOf(line, "discount");
        return share.isEmpty() ? all : number(all).subtract(number(share)).toPlainString();
    }

    private boolean isDone(Step step, Draft draft) {
        return switch (step.what()) {
            case PAYMENT -> amount("captured").compareTo(amount("grand")) >= 0;
            case SHIPMENT -> units(step, draft, "shipped");
            case DELIVERY -> lines().stream().allMatch(line -> count(line, "delivered") == count(line, "shipped"));
            case CANCELLATION ->
                text(order, "status").equals("CANCELLED")
                        || lines().stream()
                                .allMatch(line ->
                                        count(line, "ordered") - count(line, "cancelled") == count(line, "shipped"));
            case RETURN -> units(step, draft, "returned") && isInspected();
            case REFUND -> isGivenBack(step);
        };
    }

    private boolean units(Step step, Draft draft, String what) {
        if (step.units().isEmpty()) {
            return lines().stream().allMatch(line -> count(line, what) >= ordered(line));
        }
        List<String> ids = lineIds(draft);
        return IntStream.range(0, ids.size())
                .allMatch(i -> lines().stream()
                        .filter(line -> text(line, "lineId").equals(ids.get(i)))
                        .allMatch(line -> count(line, what) >= step.units().get(i)));
    }

    private boolean isInspected() {
        return order.path("returns")
                .valueStream()
                .allMatch(one -> one.path("accepted").isObject());
    }

    private boolean isGivenBack(Step step) {
        return step.amount() == null
                ? excess().signum() <= 0
                : givenBack().compareTo(new BigDecimal(step.amount())) >= 0;
    }

    /** What went back, or is on its way. */
    BigDecimal givenBack() {
        return order.path("refunds")
                .valueStream()
                .filter(refund -> !NOT_GIVEN_BACK.contains(text(refund, "state")))
                .map(refund -> number(refund.path("amount").path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the shop has received and is not to keep; less than nothing where it is still to get something. */
    BigDecimal excess() {
        return amount("captured").subtract(givenBack()).subtract(amount("worth"));
    }

    BigDecimal amount(String name) {
        return number(order.path("totals").path(name).path("amount"));
    }

    private List<JsonNode> lines() {
        return order.path("lines").valueStream().toList();
    }

    private static long ordered(JsonNode line) {
        return count(line, "ordered");
    }

    private static long count(JsonNode line, String what) {
        return line.path("quantity").path(what).asLong(0);
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString("0"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String text(@Nullable Object cells, String name) {
        Object value = cells instanceof Map<?, ?> map ? map.get(name) : null;
        return value == null ? "" : value.toString();
    }

    private static String amountOf(JsonNode parent, String name) {
        return text(parent.path(name), "amount");
    }

    private static String amountOf(@Nullable Object parent, String name) {
        return parent instanceof Map<?, ?> map ? amountOf(map.get(name)) : "";
    }

    private static String amountOf(@Nullable Object money) {
        return text(money, "amount");
    }

    /** As they are written in nearly all cases, and else as they count; none is nothing. */
    private static boolean isNumber(String one, String other) {
        return one.equals(other) || number(one).compareTo(number(other)) == 0;
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
