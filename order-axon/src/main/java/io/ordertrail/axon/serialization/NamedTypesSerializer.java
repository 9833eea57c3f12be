package io.ordertrail.axon.serialization;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.personal.PersonalDataModule;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * JSON under the project's own type names ({@link Named}). It reads only what the contract names, the snapshots that it
 * was told of, Axon's own types and the plain values that metadata holds: no name in the store or on the wire can make
 * it load another class. What is personal in an event is encrypted ({@link PersonalCipher}).
 */
public final class NamedTypesSerializer extends Jackson3Serializer {

    private static final Map<String, Class<?>> PLAIN = Map.of(
            String.class.getName(), String.class,
            Long.class.getName(), Long.class,
            Integer.class.getName(), Integer.class,
            Boolean.class.getName(), Boolean.class);

    private final Map<String, Class<?>> types;
    private final @Nullable PersonalCipher cipher;

    private NamedTypesSerializer(Builder builder, Map<String, Class<?>> types, @Nullable PersonalCipher cipher) {
        super(builder);
        this.types = types;
        this.cipher = cipher;
    }

    /** Of the whole contract, without any encryption. */
    static NamedTypesSerializer create() {
        return create(Contract.byName(), null);
    }

    /**
     * For {@code types} by their names, which must be those of their annotations.
     *
     * @param cipher encrypts what is personal; null for none
     */
    static NamedTypesSerializer create(Map<String, Class<?>> types, @Nullable PersonalCipher cipher) {
        Builder builder = Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> {
            Json.conventions(mapper);
            mapper.addModule(new PersonalDataModule());
            // A field that a later release added must not stop an earlier one.
            mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // Nor must a constant that it added: it is read as UNKNOWN.
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    // Without it, Axon cannot read back the replay token it wrote (docs/reference/axon-pitfalls.md, 5).
                    .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .allowIfBaseType("org.axonframework.")
                            .build());
        });
        return new NamedTypesSerializer(builder, Map.copyOf(types), cipher);
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        if (cipher == null || object == null || !PersonalCipher.concerns(object.getClass())) {
            return super.serialize(object, representation);
        }
        try {
            String json = cipher.encrypting(getWriter(), object).writeValueAsString(object);
            return new SimpleSerializedObject<>(
                    getConverter().convert(json, representation), representation, typeForClass(object.getClass()));
        } catch (DatabindException e) {
            // That there is no key is said as it is.
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new SerializationException("Unable to serialize object", e);
        }
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        ObjectReader reader = super.getReader(type);
        return cipher == null || !PersonalCipher.concerns(type) ? reader : cipher.decrypting(reader);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        Class<?> named = type;
        Named name = named == null ? null : named.getAnnotation(Named.class);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name.value(), name.revision());
    }

    /** Whether {@code type} is one that can be read, in the very revision that is written today. */
    public boolean isCurrent(SerializedType type) {
        Class<?> known = types.get(type.getName());
        return known != null && type.equals(typeForClass(known));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        Class<?> known = types.get(type.getName());
        if (known != null) {
            // Of an earlier revision nothing comes this far: it was lifted. A later one is as unknown as a new type.
            return type.getRevision() == null || isCurrent(type) ? known : UnknownSerializedType.class;
        }
        Class<?> plain = PLAIN.get(type.getName());
        if (plain != null) {
            return plain;
        }
        return type.getName().startsWith("org.axonframework.") ? super.classForType(type) : UnknownSerializedType.class;
    }
}
