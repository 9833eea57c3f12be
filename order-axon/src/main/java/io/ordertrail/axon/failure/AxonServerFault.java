package io.ordertrail.axon.failure;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** What a failure says about the Axon Server. */
public final class AxonServerFault {

    private AxonServerFault() {}

    /** Whether {@code failure} comes from it, whatever it says. Streams that are read from it fail in its own words. */
    public static boolean isOne(Throwable failure) {
        return CauseChain.any(failure, StatusRuntimeException.class::isInstance);
    }

    /** Whether it cannot be reached, which says nothing of what was asked for. */
    public static boolean isAway(Throwable failure) {
        return CauseChain.any(
                failure,
                cause -> cause instanceof StatusRuntimeException status
                        && status.getStatus().getCode() == Status.Code.UNAVAILABLE);
    }
}
