package io.ordertrail.axon.serialization;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * JSON under the project's own type names ({@link Named}). It reads only what the contract names, the snapshots that it
 * was told of, Axon's own types and the plain values that metadata holds: no name in the store or on the wire can make
 * it load another class.
 */
public final class NamedTypesSerializer extends Jackson3Serializer {

    private static final Map<String, Class<?>> PLAIN = Map.of(
            String.class.getName(), String.class,
            Long.class.getName(), Long.class,
            Integer.class.getName(), Integer.class,
            Boolean.class.getName(), Boolean.class);

    private final Map<String, Class<?>> types;

    private NamedTypesSerializer(Builder builder, Map<String, Class<?>> types) {
        super(builder);
        this.types = types;
    }

    static NamedTypesSerializer create() {
        return create(Contract.byName());
    }

    /** For {@code types} by their names, which must be those of their annotations. */
    static NamedTypesSerializer create(Map<String, Class<?>> types) {
        Builder builder = Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> {
            Json.conventions(mapper);
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
        return new NamedTypesSerializer(builder, Map.copyOf(types));
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
        Class<?> known = types.getOrDefault(type.getName(), PLAIN.get(type.getName()));
        if (known != null) {
            return known;
        }
        return type.getName().startsWith("org.axonframework.") ? super.classForType(type) : UnknownSerializedType.class;
    }
}
