package io.ordertrail.query.projection.deadletter;

import org.axonframework.common.AxonTransientException;

/** Nothing to wait for any more: the batch is done again, and takes the event in. */
final class TakenInMeanwhile extends AxonTransientException {

    private static final long serialVersionUID = 1;

    TakenInMeanwhile(String sequence) {
        super("The parked events of " + sequence + " have just been processed");
    }
}
