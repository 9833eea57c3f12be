package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.model.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00.123456789Z");
    private static final Instant MICROS = Instant.parse("2026-03-03T10:00:00.123456Z");
    private static final Instant BEFORE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void nothing_said_means_now_to_the_microsecond() {
        assertThat(BusinessTime.of(null, BEFORE, CLOCK)).isEqualTo(MICROS);
    }

    @Test
    void now_is_never_before_what_it_follows_even_where_the_clock_was_set_back() {
        Instant ahead = NOW.plusSeconds(60);
        assertThat(BusinessTime.of(null, ahead, CLOCK)).isEqualTo(ahead);
    }

    @Test
    void the_moment_itself_of_what_it_follows_is_possible() {
        assertThat(BusinessTime.of(BEFORE, BEFORE, CLOCK)).isEqualTo(BEFORE);
    }

    @Test
    void this_very_moment_is_possible() {
        assertThat(BusinessTime.of(MICROS, BEFORE, CLOCK)).isEqualTo(MICROS);
    }

    /** Kept as the answer, a no would be told to the same request seven days long. */
    @Test
    void bug_3_4_a_clock_that_is_two_seconds_ahead_means_now() {
        assertThat(BusinessTime.of(NOW.plusNanos(1_000), BEFORE, CLOCK)).isEqualTo(MICROS);
        assertThat(BusinessTime.of(MICROS.plusSeconds(2), BEFORE, CLOCK)).isEqualTo(MICROS);
    }

    @Test
    void bug_3_4_more_than_that_is_refused_for_the_moment() {
        Instant later = MICROS.plusSeconds(2).plusNanos(1_000);
        assertThatThrownBy(() -> BusinessTime.of(later, BEFORE, CLOCK))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(OfAttempt.class));
    }

    @Test
    void a_clock_that_is_ahead_records_nothing_before_what_it_follows() {
        Instant ahead = MICROS.plusSeconds(1);
        assertThat(BusinessTime.of(ahead.plusMillis(500), ahead, CLOCK)).isEqualTo(ahead);
    }
}
