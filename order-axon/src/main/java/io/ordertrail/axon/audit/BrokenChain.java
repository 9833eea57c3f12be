package io.ordertrail.axon.audit;

/** A head that the service has not made: nothing is added to its chain before a person has looked at it. */
public final class BrokenChain extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenChain(String chain) {
        super("The head of the chain of " + chain + " was changed by somebody; verify --chain says more");
    }
}
