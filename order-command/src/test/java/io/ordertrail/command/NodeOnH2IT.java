package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class NodeOnH2IT extends NodeScenario {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path dataDir = Files.createTempDirectory(Path.of("target"), "node");
        registry.add("ordertrail.data-dir", dataDir::toString);
    }

    /** It commits for each block, which by default has 32 positions: a fifth of the CPU of commands. */
    @Test
    void pitfall_59_positions_of_events_are_taken_in_large_blocks() {
        assertThat(jdbc.sql("select identity_cache from information_schema.columns where table_name = 'domain_event'"
                                + " and column_name = 'global_index'")
                        .query(Long.class)
                        .single())
                .isEqualTo(256);
    }
}
