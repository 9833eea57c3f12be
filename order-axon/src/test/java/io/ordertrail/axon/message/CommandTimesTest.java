package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommandTimesTest {

    private final AtomicLong now = new AtomicLong();
    private final CommandTimes times = new CommandTimes(now::get);

    @Test
    void of_two_hundred_commands_the_two_longest_do_not_count() {
        for (int n = 1; n <= 200; n++) {
            add(n);
        }
        assertThat(times.p99()).hasMillis(198);
    }

    @Test
    void of_a_few_commands_the_longest_counts() {
        add(80);
        add(20);
        assertThat(times.p99()).hasMillis(80);
    }

    @Test
    void what_ended_more_than_two_seconds_ago_does_not_count() {
        assertThat(times.p99()).isZero();
        add(80);
        now.addAndGet(Duration.ofMillis(1_500).toNanos());
        add(10);
        assertThat(times.p99()).hasMillis(80);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(times.p99()).hasMillis(10);
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(times.p99()).isZero();
    }

    @Test
    void of_very_many_commands_the_last_two_thousand_count() {
        add(1_000_000);
        for (int n = 0; n < 2_048; n++) {
            add(7);
        }
        assertThat(times.p99()).hasMillis(7);
    }

    private void add(long millis) {
        times.add(Duration.ofMillis(millis).toNanos());
    }
}
