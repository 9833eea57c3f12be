package io.ordertrail.simulation;

import io.ordertrail.api.explanation.Explanation;
import io.ordertrail.api.explanation.Explanation.Figure;
import io.ordertrail.api.order.view.OrderQuery.ExplainOrder;
import io.ordertrail.api.order.view.OrderQuery.GetOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.projection.table.RowJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether the reasons of each amount and quantity of an order add up to what the order shows. */
final class Reasons {

    private final SimulatedNode node;
    private final RequestContext reader;

    Reasons(SimulatedNode node, RequestContext reader) {
        this.node = node;
        this.reader = reader;
    }

    void check(String order) {
        Explanation why = node.query(new ExplainOrder(order, null), Explanation.class, reader);
        List<String> reasons = new ArrayList<>();
        for (Figure figure : why.figures()) {
            BigDecimal sum = figure.because().stream()
                    .map(change -> new BigDecimal(change.change()))
                    .reduce(new BigDecimal(figure.carried()), BigDecimal::add);
            if (sum.compareTo(new BigDecimal(figure.value())) != 0) {
                throw new Breach("The reasons of " + figure.of() + " of " + order + " add up to " + sum + " and not to "
                        + figure.value());
            }
            if (figure.currency() != null || (figure.of() + "/").contains("/quantity/")) {
                reasons.add(words(sum, figure.currency()));
            }
        }
        List<String> shown = new ArrayList<>();
        look(
                RowJson.mapper().valueToTree(node.query(new GetOrder(order, null), OrderView.class, reader)),
                false,
                shown);
        if (!sorted(shown).equals(sorted(reasons))) {
            throw new Breach(order + " shows " + sorted(shown) + ", but there are reasons for " + sorted(reasons));
        }
    }

    /** Adds what is shown below {@code node}, wherever it stands: this owes nothing to how the service finds it. */
    private static void look(JsonNode node, boolean quantity, List<String> shown) {
        if (node.isObject() && node.has("amount") && node.has("currency")) {
            shown.add(words(
                    new BigDecimal(node.get("amount").asString()),
                    node.get("currency").asString()));
        } else if (node.isObject()) {
            node.propertyStream()
                    .forEach(field ->
                            look(field.getValue(), quantity || field.getKey().equals("quantity"), shown));
        } else if (node.isArray()) {
            node.forEach(item -> look(item, quantity, shown));
        } else if (quantity && node.isIntegralNumber()) {
            shown.add(words(node.decimalValue(), null));
        }
    }

    private static String words(BigDecimal value, @Nullable String currency) {
        return value.signum() == 0
                ? ""
                : value.stripTrailingZeros().toPlainString() + (currency == null ? "" : " " + currency);
    }

    private static List<String> sorted(List<String> figures) {
        return figures.stream().filter(figure -> !figure.isEmpty()).sorted().toList();
    }
}
