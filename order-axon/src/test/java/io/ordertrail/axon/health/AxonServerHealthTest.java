package io.ordertrail.axon.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class AxonServerHealthTest {

    @Test
    void a_node_without_its_connection_to_axon_server_is_not_ready() {
        assertThat(health(Map.of("default", true)).getStatus()).isEqualTo(Status.UP);
        assertThat(health(Map.of("default", false)).getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(Map.of("default", false)).getDetails()).containsEntry("default", "not connected");
        assertThat(health(Map.of()).getStatus()).isEqualTo(Status.DOWN);
    }

    private static Health health(Map<String, Boolean> connections) {
        return new AxonServerHealth(() -> connections).health();
    }
}
