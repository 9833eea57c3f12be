package io.ordertrail.simulation;

/** The node died at this moment. An error, for nobody on the way may catch it. */
final class Died extends Error {

    private static final long serialVersionUID = 1;

    Died() {
        super("The node died", null, false, false);
    }
}
