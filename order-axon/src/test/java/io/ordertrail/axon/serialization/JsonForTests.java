package io.ordertrail.axon.serialization;

import io.ordertrail.api.Contract;
import io.ordertrail.axon.personal.PersonalCipher;
import java.util.Map;
import org.axonframework.serialization.Serializer;

/** The serializer of the store, for tests of other packages. */
public final class JsonForTests {

    private JsonForTests() {}

    /** For {@code types}, each by its name. */
    public static Serializer serializer(Map<String, Class<?>> types) {
        return NamedTypesSerializer.create(types, null);
    }

    /** For the whole contract, with what is personal encrypted. */
    public static Serializer serializer(PersonalCipher cipher) {
        return NamedTypesSerializer.create(Contract.byName(), cipher);
    }
}
