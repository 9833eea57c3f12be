package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.Probe;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredTokensIT {

    @Test
    void a_token_that_stands_at_the_last_event_does_not_cover_one_that_was_committed_late() {
        try (ConfigurableApplicationContext probe =
                Probe.start(Probe.newDataDir(), "ordertrail.processors.auto-start=false")) {
            StoredTokens tokens = probe.getBean(StoredTokens.class);
            JdbcClient jdbc = probe.getBean(JdbcClient.class);
            for (int n = 0; n < 3; n++) {
                Probe.store(probe, "order-1", n, "note " + n);
            }
            long last = jdbc.sql("select max(global_index) from domain_event")
                    .query(Long.class)
                    .single();
            probe.getBean(TokenStore.class)
                    .initializeTokenSegments("late", 1, GapAwareTrackingToken.newInstance(last, Set.of(last - 1)));

            StoredTokens.Stored stored = tokens.all().stream()
                    .filter(each -> each.processor().equals("late"))
                    .findAny()
                    .orElseThrow();
            assertThat(stored.position()).isEqualTo(last);
            assertThat(tokens.covers(stored, last)).isFalse();

            jdbc.sql("delete from domain_event where global_index = ?")
                    .param(last - 1)
                    .update();
            assertThat(tokens.covers(stored, last))
                    .as("a gap without an event does not matter")
                    .isTrue();
            assertThat(tokens.covers(stored, last + 1)).isFalse();
        }
    }
}
