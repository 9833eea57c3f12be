package io.ordertrail.app.http.input;

import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.json.JsonBuffers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Makes the front door's JSON say exactly what it means: nothing is guessed, dropped or converted. */
@Configuration(proxyBeanMethods = false)
class StrictJsonConfiguration {

    static final int MAX_DEPTH = 64;

    @Bean
    JsonFactoryBuilderCustomizer bounds() {
        return factory -> JsonBuffers.share(factory)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(100)
                        .maxNameLength(1000)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictness() {
        return StrictJsonConfiguration::makeStrict;
    }

    static void makeStrict(JsonMapper.Builder mapper) {
        Json.conventions(mapper);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // The fields of an answer come in the order in which a person would tell them.
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule("strict values")
                        .addDeserializer(Instant.class, new FromText<>(Instant.class, Values::instant))
                        .addDeserializer(BigDecimal.class, new FromText<>(BigDecimal.class, Values::decimal)));
    }

    /** Reads a value from a JSON string, and from nothing else. */
    private static final class FromText<T> extends StdDeserializer<T> {

        private final Function<String, T> parse;

        private FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(_valueClass, text, "not in the expected form");
            }
        }
    }
}
