package io.ordertrail.query.feed;

import io.ordertrail.api.Contract;
import io.ordertrail.api.feed.EventPage.PublicEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.query.projection.table.RowJson;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Events as other programs get them (docs/reference/events.md). A text is told where it names a thing or is one of the
 * service's own words, not where somebody has written it: that could be about a person.
 */
public final class PublicEvents {

    /** What comes before the stored name of an event. */
    public static final String PREFIX = "io.ordertrail.";

    private static final String SOURCE = "urn:ordertrail";
    private static final String SCHEMA = "urn:ordertrail:event:";

    /** Texts that people write, what proves something to a payment provider, and who of the shop it was. */
    private static final Set<String> HIDDEN = Set.of(
            "actor",
            "askedBy",
            "by",
            "deductionReason",
            "detail",
            "note",
            "override",
            "providerKey",
            "providerEventId",
            "reason",
            "reference",
            "text",
            "token");

    private PublicEvents() {}

    /** Whether an event of {@code type} is meant for others: how processes get on is the service's own matter. */
    public static boolean isPublic(Class<?> type) {
        return !ProcessEvent.class.isAssignableFrom(type);
    }

    /** Whether this field of an event, or of a part of one, is told. */
    public static boolean isPublic(RecordComponent field) {
        return !field.getAccessor().isAnnotationPresent(PersonalData.class)
                && field.getType() != Map.class
                && !(field.getType() == String.class && HIDDEN.contains(field.getName()));
    }

    static boolean isPublic(FeedEvent event) {
        Object told = event.told().event();
        return told == null || isPublic(told.getClass());
    }

    static PublicEvent of(Found.Item item) {
        Told told = item.event().told();
        Object event = told.event();
        Named named = event == null ? null : Contract.named(event.getClass());
        return new PublicEvent(
                "1.0",
                item.event().message().getIdentifier(),
                SOURCE,
                PREFIX + told.type(),
                told.subject(),
                told.at(),
                "application/json",
                SCHEMA + told.type() + (named == null ? "" : ":" + named.revision()),
                item.after().text(),
                told.version(),
                event == null ? Map.of() : fields(event));
    }

    static Map<String, Object> fields(Object event) {
        Map<String, Object> all = RowJson.mapper().convertValue(event, new TypeReference<>() {});
        return fields(all, event.getClass());
    }

    private static Map<String, Object> fields(Map<?, ?> all, Class<?> type) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (RecordComponent field : type.getRecordComponents()) {
            Object value = all.get(field.getName());
            if (value != null && isPublic(field)) {
                told.put(field.getName(), value(value, part(field)));
            }
        }
        return told;
    }

    private static Object value(Object value, @Nullable Class<?> part) {
        if (part == null) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(each, part)).toList();
        }
        return value instanceof Map<?, ?> map ? fields(map, part) : value;
    }

    /** The record that a field holds, or holds many of; null for anything else. */
    public static @Nullable Class<?> part(RecordComponent field) {
        Class<?> type = field.getType() == List.class
                        && field.getGenericType() instanceof java.lang.reflect.ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : field.getType();
        return type.isRecord() ? type : null;
    }
}
