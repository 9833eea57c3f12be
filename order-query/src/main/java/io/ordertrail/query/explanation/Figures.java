package io.ordertrail.query.explanation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The amounts and quantities in an answer, by their place; an item of a list has its id in it. */
final class Figures {

    /** Numbers that count nothing that somebody could have or owe. */
    private static final Set<String> NO_QUANTITIES = Set.of("version", "number", "failures");

    private final Map<String, FoundFigure> found = new LinkedHashMap<>();

    private Figures() {}

    static Map<String, FoundFigure> of(JsonNode answer) {
        Figures figures = new Figures();
        figures.look("", answer);
        return figures.found;
    }

    private void look(String place, JsonNode node) {
        if (node.isObject() && node.size() == 2 && node.has("amount") && node.has("currency")) {
            found.put(
                    place,
                    new FoundFigure(
                            new BigDecimal(node.get("amount").asString()),
                            node.get("currency").asString()));
        } else if (node.isObject()) {
            node.propertyStream()
                    .filter(field -> !NO_QUANTITIES.contains(field.getKey()))
                    .forEach(field -> look(place + "/" + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            Map<String, Integer> times = new HashMap<>();
            for (int item = 0; item < node.size(); item++) {
                String id = id(node.get(item), item);
                int time = times.merge(id, 1, Integer::sum);
                // A payment is there once for each thing that became of it.
                look(place + "/" + (time == 1 ? id : id + "#" + time), node.get(item));
            }
        } else if (node.isIntegralNumber()) {
            found.put(place, new FoundFigure(node.decimalValue(), null));
        }
    }

    private static String id(JsonNode item, int place) {
        return item.propertyStream()
                .filter(field -> field.getKey().equals("id") || field.getKey().endsWith("Id"))
                .map(field -> field.getValue().asString())
                .findFirst()
                .orElse("#" + (place + 1));
    }
}
