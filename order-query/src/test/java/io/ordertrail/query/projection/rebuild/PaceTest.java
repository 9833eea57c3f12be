package io.ordertrail.query.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration WORKED = Duration.ofMillis(20);

    private final AtomicLong head = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
    private final Pace pace = new Pace(
            head::get,
            wait::get,
            now::get,
            new RebuildProperties(0, 0.5, Duration.ofMillis(100), Duration.ofHours(24)));

    @Test
    void while_nobody_stores_events_it_works_all_the_time_and_in_large_batches() {
        assertThat(pace.batch()).as("before it knows").isEqualTo(200);
        pace.pause(Pace.UNCOUNTED, WORKED);
        assertThat(pace.pause(Pace.UNCOUNTED, WORKED)).isZero();
        assertThat(pace.batch()).isEqualTo(5_000);

        pace.begin();
        assertThat(pace.batch()).as("of another one").isEqualTo(200);
    }

    @Test
    void while_events_are_stored_it_works_for_its_share_and_in_small_batches() {
        pace.pause(Pace.UNCOUNTED, WORKED);
        assertThat(stored()).isEqualTo(WORKED);
        assertThat(pace.batch()).isEqualTo(200);
    }

    @Test
    void while_commands_take_long_it_works_less_and_less_down_to_a_quarter_of_the_time() {
        pace.pause(Pace.UNCOUNTED, WORKED);
        wait.set(Duration.ofMillis(101));
        assertThat(stored()).as("share of 0.4").isEqualTo(WORKED.multipliedBy(3).dividedBy(2));
        for (int n = 0; n < 10; n++) {
            stored();
        }
        assertThat(stored()).isEqualTo(WORKED.multipliedBy(3));
    }

    @Test
    void once_commands_are_quick_again_it_works_more_and_more_up_to_its_share() {
        pace.pause(Pace.UNCOUNTED, WORKED);
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
        pace.pause(Pace.UNCOUNTED, WORKED);
        wait.set(Duration.ofSeconds(1));
        head.incrementAndGet();
        assertThat(pace.pause(Pace.UNCOUNTED, Duration.ofMinutes(1))).hasSeconds(1);
    }

    @Test
    void it_ends_with_the_process() {
        pace.end();
        assertThatThrownBy(() -> pace.after(1, WORKED)).isInstanceOf(RebuildStopped.class);
    }

    /** At half the peak rate it got on more slowly than events were stored, and would never have ended. */
    @Test
    void bug_a_rebuild_paused_so_long_that_what_was_behind_it_grew() {
        wait.set(Duration.ofSeconds(1));
        Duration worked = Duration.ofMillis(100);
        Duration pause = Duration.ZERO;
        long begin = 0;
        long done = 0;
        for (int n = 0; n < 1_000; n++) {
            if (n == 500) {
                begin = now.get();
            }
            // 500 events a second are stored, 200 are processed in 100 ms.
            now.addAndGet(worked.plus(pause).toNanos());
            head.set(TimeUnit.NANOSECONDS.toMillis(now.get()) / 2);
            pause = pace.pause(200, worked);
            done += n < 500 ? 0 : 200;
        }
        double seconds = (now.get() - begin) / 1e9;
        assertThat(done / seconds).isCloseTo(1_000, withinPercentage(2));
        assertThat(pace.pause(20, worked)).as("it cannot be so fast").isZero();
    }

    private Duration stored() {
        head.incrementAndGet();
        return pace.pause(Pace.UNCOUNTED, WORKED);
    }
}
