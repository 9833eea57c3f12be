package io.ordertrail.axon.process.step;

import io.ordertrail.axon.json.JsonBuffers;
import java.util.Map;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import tools.jackson.databind.json.JsonMapper;

/** Steps as JSON, their commands under the names of the contract. */
final class StepJson {

    private final JsonMapper json = JsonBuffers.mapper().build();
    private final Serializer serializer;

    StepJson(Serializer serializer) {
        this.serializer = serializer;
    }

    SerializedObject<String> write(Object command) {
        return serializer.serialize(command, String.class);
    }

    String write(Map<String, String> cause) {
        return json.writeValueAsString(cause);
    }

    /** @throws RuntimeException it is no such text */
    Map<String, String> cause(WaitingStep step) {
        return json.readerForMapOf(String.class).readValue(step.metaData());
    }

    /** @throws RuntimeException this program knows no such command */
    Object command(WaitingStep step) {
        Object command = serializer.deserialize(
                new SimpleSerializedObject<>(step.payload(), String.class, step.command(), step.revision()));
        if (command instanceof UnknownSerializedType) {
            throw new IllegalStateException("There is no command " + step.command());
        }
        return command;
    }
}
