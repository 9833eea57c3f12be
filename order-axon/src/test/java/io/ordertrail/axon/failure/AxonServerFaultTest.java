package io.ordertrail.axon.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import org.junit.jupiter.api.Test;

class AxonServerFaultTest {

    @Test
    void a_server_that_refuses_is_there() {
        assertThat(AxonServerFault.isAway(Status.UNAVAILABLE.asRuntimeException()))
                .isTrue();
        assertThat(AxonServerFault.isAway(new IllegalStateException(Status.UNAVAILABLE.asRuntimeException())))
                .isTrue();
        RuntimeException tooLarge = Status.RESOURCE_EXHAUSTED.asRuntimeException();
        assertThat(AxonServerFault.isAway(tooLarge)).isFalse();
        assertThat(AxonServerFault.isOne(tooLarge)).isTrue();
    }
}
