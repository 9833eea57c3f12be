package io.ordertrail.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.process.StepId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepNameTest {

    @ParameterizedTest
    @CsvSource({"payment-1,2", "payment-1:SANDBOX:EUR,4000", "'',0", "1,0"})
    void an_event_about_a_step_names_its_parts(String of, long number) {
        StepId step = StepId.of("stock", "order-1", "set-reservation", of, number);
        StepName name = StepName.of(PolicyScenario.refused(step, "X", "No."));
        assertThat(name).isEqualTo(new StepName("stock", "order-1", "set-reservation", of, number));
        assertThat(name.id()).isEqualTo(step);
    }

    @Test
    void a_name_of_another_make_is_a_kind_alone() {
        StepName name = StepName.of(PolicyScenario.refused(StepId.first("stock", "order-1", "odd"), "X", "No."));
        assertThat(name.kind()).isEqualTo("odd");
    }
}
