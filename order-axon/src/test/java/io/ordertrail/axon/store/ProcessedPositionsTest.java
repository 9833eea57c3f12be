package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.Test;

class ProcessedPositionsTest {

    @Test
    void nothing_was_taken_in_without_a_token() {
        assertThat(ProcessedPositions.of(null).has(0)).isFalse();
    }

    @Test
    void all_up_to_the_token_was_taken_in_but_its_gaps() {
        ProcessedPositions gaps = ProcessedPositions.of(GapAwareTrackingToken.newInstance(7, Set.of(3L, 5L)));
        assertThat(gaps.has(7)).isTrue();
        assertThat(gaps.has(4)).isTrue();
        assertThat(gaps.has(5)).isFalse();
        assertThat(gaps.has(8)).isFalse();
        assertThat(ProcessedPositions.of(new GlobalSequenceTrackingToken(7)))
                .isEqualTo(new ProcessedPositions(7, Set.of()));
    }

    @Test
    void during_a_replay_it_is_what_came_since_it_began() {
        var reset = new GlobalSequenceTrackingToken(90);
        var now = new GlobalSequenceTrackingToken(7);
        assertThat(ProcessedPositions.of(ReplayToken.createReplayToken(reset, now))
                        .last())
                .isEqualTo(7);
        assertThat(ProcessedPositions.of(ReplayToken.createReplayToken(reset, null))
                        .last())
                .isEqualTo(-1);
    }
}
