package io.ordertrail.axon;

import java.util.Map;
import org.axonframework.serialization.Serializer;

/** The serializer of the store, for tests of other packages. */
public final class JsonForTests {

    private JsonForTests() {}

    /** For {@code types} and {@code sagas}, each by its name. */
    public static Serializer serializer(Map<String, Class<?>> types, Map<String, Class<?>> sagas) {
        return NamedTypesSerializer.create(types, sagas);
    }
}
