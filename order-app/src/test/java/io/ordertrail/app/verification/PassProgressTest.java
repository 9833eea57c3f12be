package io.ordertrail.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PassProgressTest {

    private final StringWriter printed = new StringWriter();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final PassProgress progress = new PassProgress(new PrintWriter(printed), nanos::get);

    @Test
    void a_short_pass_says_nothing() {
        for (int position = 0; position < 5000; position++) {
            progress.at("views", position, 5000);
        }
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void a_long_pass_says_every_ten_seconds_where_it_is() {
        for (int second = 0; second < 25; second++) {
            progress.at("views", 1000 * second, 24_000);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(printed.toString().lines())
                .containsExactly(
                        "verify: views: at event 10,000 of 24,000", "verify: views: at event 20,000 of 24,000");
    }
}
