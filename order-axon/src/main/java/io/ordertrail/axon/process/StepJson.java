package io.ordertrail.axon.process;

import java.util.Map;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Steps as JSON, their commands under the names of the contract. */
final class StepJson {

    /** Keeps amounts digit for digit. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Serializer serializer;

    StepJson(Serializer serializer) {
        this.serializer = serializer;
    }

    WaitingStep waiting(WaitingStep.Answer answer, Object command, Map<String, String> metaData) {
        SerializedObject<String> stored = serializer.serialize(command, String.class);
        return new WaitingStep(
                answer,
                stored.getType().getName(),
                stored.getType().getRevision(),
                json.readTree(stored.getData()),
                metaData,
                false);
    }

    StepRow write(WaitingStep step) {
        return new StepRow(json.writeValueAsString(step));
    }

    /** @throws RuntimeException it is no step */
    WaitingStep read(StepRow row) {
        return json.readValue(row.json(), WaitingStep.class);
    }

    /** @throws RuntimeException this program knows no such command */
    Object command(WaitingStep step) {
        Object command = serializer.deserialize(
                new SimpleSerializedObject<>(step.payload().toString(), String.class, step.command(), step.revision()));
        if (command instanceof UnknownSerializedType) {
            throw new IllegalStateException("There is no command " + step.command());
        }
        return command;
    }
}
