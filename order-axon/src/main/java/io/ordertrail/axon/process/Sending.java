package io.ordertrail.axon.process;

import io.ordertrail.api.RequestRefusal.OutrunByAnother;
import io.ordertrail.api.RequestRefusal.RequestInProgress;
import io.ordertrail.axon.Refused;
import io.ordertrail.axon.Unavailable;
import io.ordertrail.axon.process.Outcome.Accepted;
import io.ordertrail.axon.process.Outcome.Failed;
import io.ordertrail.axon.process.Outcome.RefusedBy;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of a step. */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final StepJson json;
    private final Way way;

    /** The way to who handles the command. */
    interface Way {
        /** @throws RuntimeException it was not accepted; {@link Refused} where a rule said so */
        void send(Object command, MetaData metaData);
    }

    Sending(StepJson json, Way way) {
        this.json = json;
        this.way = way;
    }

    Outcome send(StepId id, WaitingStep step) {
        try {
            way.send(json.command(step), Cause.ofCommand(id, step.metaData()));
            return new Accepted();
        } catch (Refused no) {
            boolean later = no.refusal() instanceof OutrunByAnother || no.refusal() instanceof RequestInProgress;
            String code = no.refusal().code();
            return later
                    ? new Failed(code, no.refusal().detail())
                    : new RefusedBy(code, no.refusal().detail());
        } catch (Unavailable e) {
            LOG.debug("Step {} had no answer", id, e);
            return Failed.of(e, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("Step {} failed", id, e);
            return Failed.of(e, step.command() + " failed; the log has more");
        }
    }
}
