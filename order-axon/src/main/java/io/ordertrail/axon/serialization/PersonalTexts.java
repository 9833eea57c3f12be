package io.ordertrail.axon.serialization;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.personal.PersonalDataModule;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is personal in an event. */
public final class PersonalTexts {

    private static final JsonMapper JSON = mapper();

    private PersonalTexts() {}

    /** Each text that is personal, by the JSON Pointer (RFC 6901) of its place in {@code event}, in that order. */
    public static Map<String, String> of(Object event) {
        Map<String, String> found = new LinkedHashMap<>();
        if (PersonalCipher.concerns(event.getClass())) {
            write(event, (pointer, text) -> {
                found.put(pointer, text);
                return text;
            });
        }
        return found;
    }

    /** {@code event} without what is personal: with {@link Erased#TEXT} in the place of each such text. */
    public static <T> T erased(T event) {
        @SuppressWarnings("unchecked") // its own class
        Class<T> type = (Class<T>) event.getClass();
        return PersonalCipher.concerns(type)
                ? JSON.readValue(write(event, (pointer, text) -> Erased.TEXT), type)
                : event;
    }

    private static String write(Object event, PersonalDataModule.Change change) {
        return JSON.writer().withAttribute(PersonalDataModule.WRITING, change).writeValueAsString(event);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonBuffers.mapper().addModule(new PersonalDataModule());
        Json.conventions(builder);
        return builder.build();
    }
}
