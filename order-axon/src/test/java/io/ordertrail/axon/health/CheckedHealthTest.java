package io.ordertrail.axon.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class CheckedHealthTest {

    @Test
    void health_is_down_and_no_error_while_the_axon_server_cannot_be_asked() {
        CheckedHealth health = new CheckedHealth() {
            @Override
            protected Health check() {
                throw Status.UNAVAILABLE.asRuntimeException();
            }
        };

        assertThat(health.health()).isEqualTo(Health.down().build());
    }
}
