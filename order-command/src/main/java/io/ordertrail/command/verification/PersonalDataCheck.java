package io.ordertrail.command.verification;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.serialization.PersonalTexts;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I2, of personal data: it is stored encrypted, and as that of the event in which it stands. */
final class PersonalDataCheck implements EventCheck {

    private final Tally encrypted = new Tally("I2", "Personal data in events is encrypted, for its own event");
    private final JsonMapper json = JsonMapper.shared();
    private final Serializer serializer;

    PersonalDataCheck(Serializer serializer) {
        this.serializer = serializer;
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (PersonalCipher.concerns(payload.getClass())) {
            // An event that was read gives what is stored of it.
            JsonNode stored = json.readTree(
                    event.serializePayload(serializer, String.class).getData());
            PersonalTexts.of(payload).keySet().forEach(place -> {
                encrypted.look();
                String text = stored.at(place).asString();
                // Of who was forgotten before, nothing was stored.
                if (!text.equals(Erased.TEXT) && !PersonalCipher.isOf(event.getIdentifier(), text)) {
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
