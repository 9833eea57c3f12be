package io.ordertrail.axon.serialization;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.personal.PersonalDataModule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON without what is personal: in the place of each such text stands a mask, the same for the same text, by which it
 * cannot be guessed without the key.
 */
public final class MaskedJson {

    private static final String MAC = "HmacSHA256";
    private static final int SHOWN_BYTES = 8;
    private static final Pattern NOTHING_PERSONAL =
            Pattern.compile(Pattern.quote(Erased.TEXT) + "|masked-[0-9a-f]{16}");
    private static final JsonMapper MAPPER = mapper();

    private final Supplier<byte[]> key;
    private final ObjectWriter writer;

    /** @param key of the masks, always the same; asked for when there is something to mask */
    public MaskedJson(Supplier<byte[]> key) {
        this.key = key;
        this.writer = MAPPER.writer()
                .withAttribute(PersonalDataModule.WRITING, (PersonalDataModule.Change) (pointer, text) -> mask(text));
    }

    /** {@code value} as JSON. */
    public JsonNode tree(Object value) {
        return MAPPER.readTree(writer.writeValueAsString(value));
    }

    /** {@code node}, which is an object, in plain Java. */
    public Map<String, Object> members(JsonNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        node.propertyStream().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        return members;
    }

    /** {@code node} in plain Java; null if it is missing. */
    public @Nullable Object value(JsonNode node) {
        return node.isMissingNode() ? null : MAPPER.convertValue(node, Object.class);
    }

    /** What stands in the place of {@code text}: a mask stays as it is. */
    public String mask(String text) {
        if (NOTHING_PERSONAL.matcher(text).matches()) {
            return text;
        }
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.get(), MAC));
            byte[] all = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return "masked-" + HexFormat.of().formatHex(all, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonBuffers.mapper().addModule(new PersonalDataModule());
        Json.conventions(builder);
        return builder.build();
    }
}
