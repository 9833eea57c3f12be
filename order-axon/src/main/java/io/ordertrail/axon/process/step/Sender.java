package io.ordertrail.axon.process.step;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.process.step.Outcome.Accepted;
import io.ordertrail.axon.process.step.Outcome.Failed;
import io.ordertrail.axon.process.step.Outcome.NotNow;
import io.ordertrail.axon.process.step.Outcome.RefusedBy;
import io.ordertrail.axon.process.step.Outcome.Unreadable;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of a step. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final StepJson json;
    private final Way way;

    /** The way to who handles the command. */
    interface Way {
        /** @throws RuntimeException it was not accepted; {@link Refused} where a rule said so */
        void send(Object command, MetaData metaData);
    }

    Sender(StepJson json, Way way) {
        this.json = json;
        this.way = way;
    }

    Outcome send(StepId id, WaitingStep step) {
        Object command;
        Map<String, String> cause;
        try {
            command = json.command(step);
            cause = json.cause(step);
        } catch (RuntimeException e) {
            LOG.warn("Step {} cannot be read", id, e);
            return new Unreadable();
        }
        return send(id, command, Cause.ofCommand(id, cause));
    }

    private Outcome send(StepId id, Object command, MetaData metaData) {
        try {
            way.send(command, metaData);
            return new Accepted();
        } catch (Refused e) {
            Refusal no = e.refusal();
            return no instanceof OfAttempt ? new NotNow(no.code(), no.detail()) : new RefusedBy(no.code(), no.detail());
        } catch (Unavailable e) {
            LOG.debug("Step {} had no answer", id, e);
            return Failed.of(e, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("Step {} failed", id, e);
            return Failed.of(e, "The command failed; the log has more.");
        }
    }
}
