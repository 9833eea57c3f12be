package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepIdTest {

    private static final StepId STEP = new StepId("fulfilment", "order-1", "reserve:1", 2);

    @Test
    void its_text_is_read_back() {
        assertThat(STEP.text()).isEqualTo("fulfilment/order-1/reserve:1/2");
        assertThat(StepId.parse(STEP.text())).isEqualTo(STEP);
    }

    /** Written down: a change would make every waiting step another command. */
    @Test
    void its_command_has_the_same_id_for_ever() {
        assertThat(STEP.commandId()).isEqualTo("900b3a13-c5df-3cea-867f-fd0639b474b5");
        assertThat(UUID.fromString(STEP.commandId()).version()).isEqualTo(3);
    }

    @Test
    void another_attempt_is_another_command() {
        assertThat(StepId.first("fulfilment", "order-1", "reserve:1").again()).isEqualTo(STEP);
        assertThat(STEP.again().commandId()).isNotEqualTo(STEP.commandId());
    }

    @Test
    void what_happens_once_for_a_step_has_ids_of_its_own() {
        assertThat(STEP.derived("a")).isNotEqualTo(STEP.derived("b")).isNotEqualTo(STEP.commandId());
    }

    @ParameterizedTest
    @CsvSource({"'',o,s,1", "p,' ',s,1", "p,o,a/b,1", "p,o,s,0", "p,o,s,-1"})
    void a_part_that_could_not_be_read_back_is_none(String process, String id, String step, int attempt) {
        assertThatThrownBy(() -> new StepId(process, id, step, attempt)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_has_at_most_255_characters() {
        assertThat(new StepId("p", "o", "s".repeat(249), 1).text()).hasSize(255);
        assertThatThrownBy(() -> new StepId("p", "o", "s".repeat(249), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b/c", "a/b/c/d", "a/b/c/0", "a/b/c/1/2", "a//c/1", "a/b/c/99999999999"})
    void other_text_is_no_id(String text) {
        assertThatThrownBy(() -> StepId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
