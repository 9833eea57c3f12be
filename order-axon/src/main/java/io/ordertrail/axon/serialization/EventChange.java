package io.ordertrail.axon.serialization;

import io.ordertrail.axon.json.JsonBuffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was changed of an event from one revision to the next: how its stored JSON is read from then on. The steps are
 * made in the order in which they are named.
 */
final class EventChange {

    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    private final String type;
    private final int before;
    private final List<Step> steps;
    private final List<Step> others;

    private EventChange(String type, int before, List<Step> steps, List<Step> others) {
        this.type = type;
        this.before = before;
        this.steps = List.copyOf(steps);
        this.others = List.copyOf(others);
    }

    /** A step changes the event, or takes another event out of it. */
    @FunctionalInterface
    private interface Step {
        @Nullable
        EventJson make(ObjectNode event, MovedTexts texts);
    }

    /** The change from revision {@code before} of {@code type} to the one after it. */
    static EventChange of(String type, int before) {
        return new EventChange(type, before, List.of(), List.of());
    }

    /** New fields may be missing: an event that was stored without them is read as it is. */
    EventChange addOptional() {
        return and((event, texts) -> {});
    }

    EventChange rename(String field, String name) {
        return and((event, texts) -> {
            JsonNode value = event.remove(field);
            if (value != null) {
                event.set(name, texts.moved("/" + field, "/" + name, value));
            }
        });
    }

    /** A text becomes several: {@code parts} make each of it, by its name; one that is null is not there. */
    EventChange split(String field, Map<String, UnaryOperator<@Nullable String>> parts) {
        return and((event, texts) -> {
            JsonNode value = event.remove(field);
            if (value != null && value.isString()) {
                parts.forEach(
                        (name, part) -> event.put(name, texts.moved("/" + field, "/" + name, value.asString(), part)));
            }
        });
    }

    /** A new field that is never missing: {@code value} works it out from the rest of the event. */
    EventChange add(String field, Function<JsonNode, Object> value) {
        return and((event, texts) -> event.set(field, JSON.valueToTree(value.apply(event))));
    }

    /**
     * The event said two facts: the second has an event of its own, {@code other} in its revision {@code revision},
     * which comes right after it. There is none where all of {@code moved} are missing.
     *
     * @param moved the fields that are only there from now on
     * @param shared the fields that are in both
     */
    EventChange takeOut(String other, int revision, List<String> moved, List<String> shared) {
        List<Step> more = new ArrayList<>(others);
        more.add((event, texts) -> {
            ObjectNode second = JSON.createObjectNode();
            moved.forEach(field -> move(event.remove(field), field, second));
            if (second.isEmpty()) {
                return null;
            }
            shared.forEach(field -> move(event.get(field), field, second));
            return new EventJson(other, String.valueOf(revision), second);
        });
        return new EventChange(type, before, steps, more);
    }

    private static void move(@Nullable JsonNode value, String field, ObjectNode to) {
        if (value != null && !value.isNull()) {
            to.set(field, value);
        }
    }

    private EventChange and(BiConsumer<ObjectNode, MovedTexts> change) {
        List<Step> more = new ArrayList<>(steps);
        more.add((event, texts) -> {
            change.accept(event, texts);
            return null;
        });
        return new EventChange(type, before, more, others);
    }

    /** Which events it changes: name and revision. */
    String key() {
        return key(type, String.valueOf(before));
    }

    static String key(String type, @Nullable String revision) {
        return type + "@" + revision;
    }

    String type() {
        return type;
    }

    String after() {
        return String.valueOf(before + 1);
    }

    /** Whether what it makes of an event may be several. */
    boolean mayBeSeveral() {
        return !others.isEmpty();
    }

    /** {@code payload} as it would be stored after the change, and what was taken out of it. */
    List<EventJson> apply(ObjectNode payload, MovedTexts texts) {
        ObjectNode changed = payload.deepCopy();
        List<EventJson> all = new ArrayList<>();
        all.add(new EventJson(type, after(), changed));
        steps.forEach(step -> step.make(changed, texts));
        others.stream().map(step -> step.make(changed, texts)).forEach(taken -> {
            if (taken != null) {
                all.add(taken);
            }
        });
        return all;
    }
}
