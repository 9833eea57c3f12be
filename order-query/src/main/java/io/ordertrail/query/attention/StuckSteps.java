package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step that fails again and again, until it has its answer. Of each step, either event is stored once at most. */
final class StuckSteps implements Watch {

    /** What stands before the step in the id of a row. */
    static final String PREFIX = "step/";

    @Override
    public Set<Class<?>> events() {
        return Set.of(StepStuck.class, StepUnstuck.class);
    }

    @Override
    public String key(Object event) {
        ProcessEvent step = (ProcessEvent) event;
        return PREFIX + step.process() + "/" + step.processId() + "/" + step.step() + "/" + step.attempt();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        if (event instanceof StepUnstuck unstuck) {
            return row == null ? null : row.resolve(unstuck.at(), version);
        }
        StepStuck stuck = (StepStuck) event;
        return row != null
                ? row
                : AttentionRow.open(
                        key(event),
                        AttentionKind.STEP_STUCK,
                        stuck.processId(),
                        stuck.code(),
                        "Step " + stuck.step() + " of process " + stuck.process() + " fails: " + stuck.detail(),
                        stuck.at(),
                        version);
    }
}
