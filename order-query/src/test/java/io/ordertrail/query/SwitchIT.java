package io.ordertrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.query.projection.RebuildHandler;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.Test;

class SwitchIT {

    @Test
    void switched_off_it_leaves_nothing_behind() {
        try (Node node = Node.start(Database.H2.fresh(), "ordertrail.query.enabled=false")) {
            assertThat(node.has(RebuildHandler.class)).isFalse();
            assertThat(node.bean(Configuration.class)
                            .eventProcessingConfiguration()
                            .eventProcessors())
                    .isEmpty();
        }
    }
}
