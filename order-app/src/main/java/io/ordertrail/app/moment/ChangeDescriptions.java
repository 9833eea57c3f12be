package io.ordertrail.app.moment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Says in words what differs between two answers about one resource. Items of a list are known by their ids. */
final class ChangeDescriptions {

    /** The service counts or offers them by itself. */
    private static final Set<String> OWN = Set.of("version", "updatedAt", "allowedActions");

    private static final Set<String> MONEY = Set.of("amount", "currency");

    private final List<Diff.Change> changes = new ArrayList<>();

    List<Diff.Change> of(JsonNode before, JsonNode after) {
        objects("", "", before, after);
        return List.copyOf(changes);
    }

    private void values(String pointer, String name, JsonNode before, JsonNode after) {
        if (before.equals(after) || isNothing(before) && isNothing(after)) {
            return;
        }
        if (before.isObject() && after.isObject() && !isMoney(after)) {
            objects(pointer, name + " ", before, after);
        } else if (before.isArray() && after.isArray()) {
            lists(pointer, name, before, after);
        } else {
            changes.add(new Diff.Change(pointer, name.strip() + ": " + words(before, after)));
        }
    }

    private void objects(String pointer, String name, JsonNode before, JsonNode after) {
        Set<String> fields = new LinkedHashSet<>(after.propertyNames());
        fields.addAll(before.propertyNames());
        fields.removeAll(OWN);
        fields.forEach(field -> values(
                pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                name + spaced(field),
                before.path(field),
                after.path(field)));
    }

    private void lists(String pointer, String name, JsonNode before, JsonNode after) {
        Map<String, Integer> then = places(before);
        Map<String, Integer> now = places(after);
        now.forEach((id, place) ->
                values(pointer + "/" + place, name + " " + id, at(before, then.get(id)), after.get(place)));
        then.forEach((id, place) -> {
            if (!now.containsKey(id)) {
                values(pointer + "/" + place, name + " " + id, before.get(place), MissingNode.getInstance());
            }
        });
    }

    private static JsonNode at(JsonNode list, @Nullable Integer place) {
        return place == null ? MissingNode.getInstance() : list.get(place);
    }

    /** By id, or what kind they are of; where items have neither, or one twice, by their place from 1. */
    private static Map<String, Integer> places(JsonNode list) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int place = 0; place < list.size(); place++) {
            String id = id(list.get(place));
            places.put(id == null || places.containsKey(id) ? "#" + (place + 1) : id, place);
        }
        return places;
    }

    private static @Nullable String id(JsonNode item) {
        return item.propertyStream()
                .filter(field -> field.getKey().equals("id")
                        || field.getKey().endsWith("Id")
                        || field.getKey().equals("kind"))
                .map(Map.Entry::getValue)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse(null);
    }

    private static String words(JsonNode before, JsonNode after) {
        if (isNothing(before)) {
            return text(after) + " is new";
        }
        return isNothing(after) ? text(before) + " is gone" : "was " + text(before) + " and is " + text(after);
    }

    private static String text(JsonNode value) {
        if (isMoney(value)) {
            return value.path("amount").asString() + " "
                    + value.path("currency").asString();
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .filter(field -> !isNothing(field.getValue()))
                    .map(field -> spaced(field.getKey()) + " " + text(field.getValue()))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        if (value.isArray()) {
            return value.valueStream().map(ChangeDescriptions::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.asString();
    }

    /** Nothing is said of what is not there, whether it is left out, null or an empty list. */
    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer() && value.isEmpty();
    }

    private static boolean isMoney(JsonNode value) {
        return value.isObject() && Set.copyOf(value.propertyNames()).equals(MONEY);
    }

    /** {@code fulfilmentStatus}: fulfilment status. */
    private static String spaced(String field) {
        return field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
