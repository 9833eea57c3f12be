package io.ordertrail.command.verification;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.serialization.PersonalTexts;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I2, of personal data: it is stored encrypted, and as that of the event in which it stands. */
record PersonalDataCheck(Serializer serializer, Tally encrypted) implements EventCheck {

    private static final JsonMapper JSON = JsonBuffers.mapper().build();

    PersonalDataCheck(Serializer serializer) {
        this(serializer, new Tally("I2", "Personal data in events is encrypted, for its own event"));
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        String id = Objects.toString(event.getMetaData().get(MetaKeys.STORED_EVENT), event.getIdentifier());
        if (PersonalCipher.concerns(payload.getClass())) {
            // An event that was read gives what is stored of it.
            JsonNode stored = JSON.readTree(
                    event.serializePayload(serializer, String.class).getData());
            PersonalTexts.of(payload).keySet().forEach(place -> {
                encrypted.look();
                String text = stored.at(place).asString();
                // Of who was forgotten before, nothing was stored.
                if (!text.equals(Erased.TEXT) && !PersonalCipher.isOf(id, text)) {
                    encrypted.breach("%s: %s".formatted(event.getIdentifier(), place));
                }
            });
        }
    }

    @Override
    public Stream<Check> checks(EventScan events) {
        return Stream.of(encrypted.check());
    }
}
