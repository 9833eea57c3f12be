package io.ordertrail.axon;

import io.grpc.StatusRuntimeException;

/** What a failure says about the Axon Server. */
public final class AxonServerFault {

    private AxonServerFault() {}

    /** Whether {@code failure} comes from an Axon Server that cannot be reached. Streams that are read from it fail in its own words. */
    public static boolean isAway(Throwable failure) {
        return Causes.any(failure, StatusRuntimeException.class::isInstance);
    }
}
