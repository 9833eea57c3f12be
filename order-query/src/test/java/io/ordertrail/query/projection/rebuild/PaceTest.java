package io.ordertrail.query.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration WORKED = Duration.ofMillis(20);

    private final AtomicLong head = new AtomicLong();
    private final AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
    private final Pace pace =
            new Pace(head::get, wait::get, new RebuildProperties(0, 0.5, Duration.ofMillis(100), Duration.ofHours(24)));

    @Test
    void while_nobody_stores_events_it_works_all_the_time_and_in_large_batches() {
        assertThat(pace.batch()).as("before it knows").isEqualTo(200);
        pace.pause(WORKED);
        assertThat(pace.pause(WORKED)).isZero();
        assertThat(pace.batch()).isEqualTo(5_000);

        pace.begin();
        assertThat(pace.batch()).as("of another one").isEqualTo(200);
    }

    @Test
    void while_events_are_stored_it_works_for_its_share_and_in_small_batches() {
        pace.pause(WORKED);
        assertThat(stored()).isEqualTo(WORKED);
        assertThat(pace.batch()).isEqualTo(200);
    }

    @Test
    void while_commands_take_long_it_works_less_and_less_down_to_a_quarter_of_the_time() {
        pace.pause(WORKED);
        wait.set(Duration.ofMillis(101));
        assertThat(stored()).as("share of 0.4").isEqualTo(WORKED.multipliedBy(3).dividedBy(2));
        for (int n = 0; n < 10; n++) {
            stored();
        }
        assertThat(stored()).isEqualTo(WORKED.multipliedBy(3));
    }

    @Test
    void once_commands_are_quick_again_it_works_more_and_more_up_to_its_share() {
        pace.pause(WORKED);
        wait.set(Duration.ofMillis(500));
        Duration slow = stored();
        wait.set(Duration.ofMillis(100));
        assertThat(stored()).isLessThan(slow);
        for (int n = 0; n < 60; n++) {
            stored();
        }
        assertThat(stored()).isEqualTo(WORKED);
    }

    @Test
    void no_pause_is_longer_than_a_second() {
        pace.pause(WORKED);
        wait.set(Duration.ofSeconds(1));
        head.incrementAndGet();
        assertThat(pace.pause(Duration.ofMinutes(1))).hasSeconds(1);
    }

    @Test
    void it_ends_with_the_process() {
        pace.end();
        assertThatThrownBy(() -> pace.after(WORKED)).isInstanceOf(RebuildStopped.class);
    }

    private Duration stored() {
        head.incrementAndGet();
        return pace.pause(WORKED);
    }
}
