package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommandTimesTest {

    private final AtomicLong now = new AtomicLong();
    private final CommandTimes times = new CommandTimes(now::get);

    @Test
    void the_longest_wait_of_the_last_seconds_counts() {
        times.add(Duration.ofMillis(80).toNanos());
        times.add(Duration.ofMillis(20).toNanos());
        assertThat(times.longest()).hasMillis(80);

        after(Duration.ofMillis(1_100));
        times.add(Duration.ofMillis(10).toNanos());
        assertThat(times.longest()).hasMillis(80);

        after(Duration.ofMillis(1_100));
        assertThat(times.longest()).hasMillis(10);
    }

    @Test
    void where_no_command_comes_nobody_waits() {
        times.add(Duration.ofMillis(80).toNanos());
        after(Duration.ofSeconds(3));
        assertThat(times.longest()).isZero();
    }

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
