package io.ordertrail.command.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookUpDelaysTest {

    private static final LookUpDelays DELAYS = new LookUpDelays(List.of(Duration.ofMinutes(1), Duration.ofHours(1)));

    @Test
    void each_look_up_has_a_wait_of_its_own_and_the_last_one_repeats() {
        assertThat(List.of(DELAYS.before(0), DELAYS.before(1), DELAYS.before(2), DELAYS.before(3)))
                .containsExactly(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
    }

    @Test
    void they_are_used_up_by_the_last_look_up_that_was_planned() {
        assertThat(DELAYS.areUsedUp(1)).isFalse();
        assertThat(DELAYS.areUsedUp(2)).isTrue();
    }

    @Test
    void the_call_itself_is_no_look_up() {
        ProviderTask called = ProviderTask.first(Map.of()).unanswered();
        assertThat(called.lookedUp()).isZero();
        assertThat(called.unanswered().lookedUp()).isOne();
    }

    @Test
    void somebody_must_look_in_the_end() {
        assertThatThrownBy(() -> new LookUpDelays(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LookUpDelays(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
    }
}
