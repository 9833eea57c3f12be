package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The way of every command that has an idempotency key. */
@Component
public final class Commands {

    private final Dispatch dispatch;
    private final InFlight inFlight = new InFlight(InFlight.PATIENCE);

    Commands(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Sends {@code command} and waits for its receipt, which is the first one again where the request is a repeat.
     *
     * @param context made by a {@link WriteRequest}
     * @throws io.ordertrail.api.message.Refused a rule said no, now or at the first time
     * @throws io.ordertrail.axon.failure.Unavailable nobody answered; a repeat is safe
     */
    public Receipt send(Object command, RequestContext context) {
        Idempotency request = Objects.requireNonNull(context.idempotency(), "Every change has a key");
        return inFlight.once(request, () -> dispatch.send(command, context, Receipt.class));
    }

    /**
     * Sends {@code command}, which the whole decides, about a part of it.
     *
     * @param current the part's version now, which If-Match means
     * @throws Rejected the caller decided on another version of the part
     */
    public Receipt send(Object command, WriteRequest write, long current) {
        try {
            return send(command, write.changingPart(current));
        } catch (Refused no) {
            if (no.refusal() instanceof StaleVersion) {
                throw Rejected.stale(current);
            }
            throw no;
        }
    }
}
