package io.ordertrail.api.message;

/**
 * A rule said no. Rules, command handlers and query handlers throw it; whoever sent the command or the query catches
 * it.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
