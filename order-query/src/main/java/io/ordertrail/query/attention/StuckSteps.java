package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.process.ProcessEvent.OfStep;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.step.StepId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step that fails again and again, until it has its answer or a person takes it over. */
final class StuckSteps implements Watch {

    /** The prefix of a step in the id of a row. */
    static final String PREFIX = "step/";

    @Override
    public Set<Class<?>> events() {
        return Set.of(StepStuck.class, StepUnstuck.class, StepTakenOver.class);
    }

    @Override
    public String key(Object event) {
        return PREFIX + StepId.of((OfStep) event).text();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        if (!(event instanceof StepStuck stuck)) {
            return row == null ? null : row.resolve(((OfStep) event).at(), version);
        }
        return row != null
                ? row
                : AttentionRow.open(
                                key(event),
                                AttentionKind.STEP_STUCK,
                                stuck.subject(),
                                stuck.code(),
                                "Step " + stuck.kind() + " of process " + stuck.process() + " fails:",
                                stuck.at(),
                                version)
                        .telling(stuck.detail());
    }
}
