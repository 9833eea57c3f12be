package io.ordertrail.axon.personal;

import io.ordertrail.api.personal.PersonalData;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Passes texts that are {@link PersonalData} through what the reader or writer was given as its attribute: a function
 * of the JSON Pointer of the text and the text itself. One without it reads and writes them as they are.
 */
public final class PersonalDataModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    /** The attribute of a writer. */
    public static final Object WRITING = "personal data: writing";

    /** The attribute of a reader. */
    static final Object READING = "personal data: reading";

    /** What an attribute is. */
    @FunctionalInterface
    public interface Change extends BinaryOperator<String> {

        /** @param pointer where the text stands, such as {@code /shippingAddress/name} */
        @Override
        String apply(String pointer, String text);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Introspector());
    }

    private static String changed(@Nullable Object attribute, String pointer, String text) {
        return attribute instanceof Change change ? change.apply(pointer, text) : text;
    }

    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated of) {
            return of.hasAnnotation(PersonalData.class) ? Writer.class : null;
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated of) {
            return of.hasAnnotation(PersonalData.class) ? Reader.class : null;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }
    }

    private static final class Writer extends StdSerializer<String> {

        private Writer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(changed(
                    context.getAttribute(WRITING),
                    json.streamWriteContext().pathAsPointer().toString(),
                    text));
        }
    }

    private static final class Reader extends StdScalarDeserializer<String> {

        private Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return changed(
                    context.getAttribute(READING),
                    json.streamReadContext().pathAsPointer().toString(),
                    json.getString());
        }
    }
}
