package io.ordertrail.axon.serialization;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What becomes of a text that stands in another place of an event than it did when it was stored. One that is encrypted
 * can be read in its own place only, so it is encrypted anew.
 */
@FunctionalInterface
interface MovedTexts {

    /** Where nothing is encrypted. */
    MovedTexts PLAIN = (from, to, text, change) -> change.apply(text);

    /**
     * @param from JSON Pointer of the place where it was stored
     * @param to JSON Pointer of its place from now on
     * @param change of the text itself; null if there is none there
     */
    @Nullable
    String moved(String from, String to, String text, UnaryOperator<@Nullable String> change);

    /** {@code value} with all its texts. */
    default JsonNode moved(String from, String to, JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name -> object.set(name, moved(from + "/" + name, to + "/" + name, object.get(name))));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, moved(from + "/" + i, to + "/" + i, array.get(i)));
            }
        } else if (value.isString()) {
            return StringNode.valueOf(moved(from, to, value.asString(), UnaryOperator.identity()));
        }
        return value;
    }
}
