package io.ordertrail.axon.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPatienceTest {

    private static final Instant PARKED = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void each_wait_is_twice_as_long_up_to_a_bound_and_then_it_gives_up() {
        RetryPatience patience = patience(Duration.ofMinutes(1), Duration.ofHours(8));
        List<Long> minutes = new ArrayList<>();
        for (Instant next = PARKED; next != null; next = patience.next(PARKED, next)) {
            minutes.add(Duration.between(PARKED, next).toMinutes());
        }
        assertThat(minutes).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 124L, 184L, 244L, 304L, 364L, 424L);
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() {
        assertThatThrownBy(() -> patience(Duration.ZERO, Duration.ofDays(7)))
                .hasMessage("ordertrail.dead-letters.first-delay must be longer than 0, not PT0S");
        assertThatThrownBy(() -> patience(Duration.ofDays(1), Duration.ofDays(7)))
                .hasMessage("ordertrail.dead-letters.longest-delay must be PT24H or more, not PT1H");
    }

    private static RetryPatience patience(Duration first, Duration giveUp) {
        return new RetryPatience(Duration.ofSeconds(5), first, Duration.ofHours(1), giveUp);
    }
}
