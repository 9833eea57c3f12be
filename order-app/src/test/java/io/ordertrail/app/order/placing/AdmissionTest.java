package io.ordertrail.app.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.Overloaded;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The more waits, the more slowly orders are placed. */
class AdmissionTest {

    private static final AdmissionProperties SETTINGS = new AdmissionProperties(100, 1100);

    @Test
    void nobody_waits_while_little_waits() {
        Admission admission = new Admission(() -> 0, SETTINGS);
        assertThat(admission.delay(0)).isZero();
        assertThat(admission.delay(100)).isZero();
        assertThatCode(admission::admit).doesNotThrowAnyException();
    }

    @Test
    void the_delay_grows_with_what_waits() {
        Admission admission = new Admission(() -> 0, SETTINGS);
        assertThat(admission.delay(600)).isEqualTo(Duration.ofMillis(250));
        assertThat(admission.delay(1100)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void what_would_wait_too_long_is_refused() {
        assertThatThrownBy(new Admission(() -> 1100, SETTINGS)::admit)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new Overloaded(1100)));
    }

    @Test
    void many_orders_need_one_look() {
        AtomicInteger looks = new AtomicInteger();
        Admission admission = new Admission(looks::incrementAndGet, SETTINGS);
        for (int order = 0; order < 50; order++) {
            admission.admit();
        }
        assertThat(looks.get()).isLessThan(10);
    }

    @Test
    void refusing_begins_after_slowing_down() {
        assertThatThrownBy(() -> new AdmissionProperties(100, 100))
                .hasMessageContaining("ordertrail.admission.refuse-from");
    }
}
