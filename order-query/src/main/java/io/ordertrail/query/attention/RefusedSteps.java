package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that a rule refused, of a process that only passes on what happened: goods left, and the stock says that they cannot
 * have. What a saga is refused is an answer to it, and it goes on from there; of these nobody would hear. Each is stored once,
 * and stays: what was refused is not tried again.
 */
final class RefusedSteps implements Watch {

    /** The policies that go on from no refusal, by the names of their processes. */
    private static final Set<String> UNHEARD = Set.of("shipment-news", "stock-news", "return-news");

    @Override
    public Set<Class<?>> events() {
        return Set.of(StepRefused.class);
    }

    @Override
    public String key(Object event) {
        StepRefused step = (StepRefused) event;
        return "refused/" + step.process() + "/" + step.processId() + "/" + step.step() + "/" + step.attempt();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        StepRefused refused = (StepRefused) event;
        if (row != null || !UNHEARD.contains(refused.process())) {
            return row;
        }
        return AttentionRow.open(
                key(event),
                AttentionKind.STEP_REFUSED,
                refused.processId(),
                refused.code(),
                "Step " + refused.step() + " of process " + refused.process() + " was refused: " + refused.detail(),
                refused.at(),
                version);
    }
}
