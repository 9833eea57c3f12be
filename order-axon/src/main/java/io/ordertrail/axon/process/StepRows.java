package io.ordertrail.axon.process;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Has db-scheduler keep steps as the text that they are. What others keep, Axon's deadlines, stays as it was. */
final class StepRows implements Serializer {

    private static final Serializer OTHERS = DbSchedulerConfigurationSupport.SPRING_JAVA_SERIALIZER;

    @Override
    public byte[] serialize(@Nullable Object data) {
        return data instanceof StepRow row ? row.json().getBytes(StandardCharsets.UTF_8) : OTHERS.serialize(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        if (type != StepRow.class) {
            return OTHERS.deserialize(type, stored);
        }
        return type.cast(new StepRow(stored == null ? "" : new String(stored, StandardCharsets.UTF_8)));
    }
}
