package io.ordertrail.app.http;

import io.ordertrail.api.Receipt;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.RequestContext;
import io.ordertrail.axon.Unavailable;
import io.ordertrail.axon.process.StepId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says at once what a process will say too, as the same step: what a request decided in one place is then known in another
 * before it is answered. Whichever of the two comes second is a repeat, and after a crash the process says it alone.
 */
@Component
public final class FollowUps {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUps.class);

    /** What the service's own processes act as. */
    private static final String SERVICE = "SERVICE";

    private final Dispatch dispatch;

    FollowUps(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Says what the answer to {@code change} depends on.
     *
     * @throws Refused a rule said no
     * @throws Unavailable nobody answered; a repeat of the request is safe
     */
    public void must(StepId step, Object command, Change change) {
        dispatch.send(command, context(change.asking(), step), Receipt.class);
    }

    /** Says what the process sees to where it cannot be said now. */
    public void may(StepId step, Object command, Change change) {
        try {
            must(step, command, change);
        } catch (Refused | Unavailable e) {
            LOG.warn("Step {} did not follow at once and is left to its process", step, e);
        }
    }

    private static RequestContext context(RequestContext caller, StepId step) {
        return new RequestContext(
                        caller.actor(), List.of(SERVICE), caller.correlationId(), caller.traceId(), null, null)
                .followUp(step.commandId());
    }
}
