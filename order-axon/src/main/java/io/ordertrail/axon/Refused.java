package io.ordertrail.axon;

import io.ordertrail.api.message.Refusal;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * A rule said no. The refusal travels as the exception's details, which is the one thing that Axon Server carries from a
 * handler to its caller; {@link Dispatch} gives it back as this type. Thrown by command and query handlers alike.
 */
public final class Refused extends CommandExecutionException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.detail(), null, refusal);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
