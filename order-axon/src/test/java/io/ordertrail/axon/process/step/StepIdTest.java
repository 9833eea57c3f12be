package io.ordertrail.axon.process.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepIdTest {

    private static final StepId STEP = StepId.of("fulfilment", "order-1", "set-reservation", "line-1", 2);

    @Test
    void its_text_is_read_back() {
        assertThat(STEP.text()).isEqualTo("fulfilment/order-1/set-reservation/line-1/2");
        assertThat(StepId.parse(STEP.text())).isEqualTo(STEP);
    }

    @Test
    void what_is_about_the_whole_subject_is_read_back() {
        StepId expire = StepId.of("fulfilment", "order-1", "expire");
        assertThat(expire.text()).isEqualTo("fulfilment/order-1/expire//0");
        assertThat(StepId.parse(expire.text())).isEqualTo(expire);
    }

    @Test
    void in_an_address_nothing_of_it_need_be_escaped() {
        StepId odd = StepId.of("fulfilment", "öl%?#&", "set-reservation", "a b+c", Long.MAX_VALUE / 100);
        assertThat(odd.inAddress()).matches("[A-Za-z0-9_-]+");
        assertThat(StepId.textOf(odd.inAddress()).map(StepId::parse)).contains(odd);
        assertThat(StepId.textOf("!")).isEmpty();
    }

    @Test
    void an_event_leads_to_its_step() {
        assertThat(StepId.of(new StepUnstuck("fulfilment", "order-1", "set-reservation", "line-1", 2, Instant.EPOCH)))
                .isEqualTo(STEP);
    }

    /** Written down: a change would make every waiting step another command. */
    @Test
    void its_command_has_the_same_id_for_ever() {
        assertThat(STEP.commandId()).isEqualTo("6b301993-75ad-3d08-bf48-368d569aa45a");
        assertThat(UUID.fromString(STEP.commandId()).version()).isEqualTo(3);
    }

    @Test
    void another_number_is_another_command() {
        assertThat(StepId.of("fulfilment", "order-1", "set-reservation", "line-1", 3)
                        .commandId())
                .isNotEqualTo(STEP.commandId());
    }

    @Test
    void what_happens_once_for_a_step_has_ids_of_its_own() {
        assertThat(STEP.derived("a")).isNotEqualTo(STEP.derived("b")).isNotEqualTo(STEP.commandId());
    }

    @ParameterizedTest
    @CsvSource({"'',s,k,o,1", "p,' ',k,o,1", "p,s,'',o,1", "p,s,a/b,o,0", "p,s,k,a/b,0", "p,s,k,'',-1"})
    void a_part_that_could_not_be_read_back_is_none(
            String process, String subject, String kind, String of, long number) {
        assertThatThrownBy(() -> new StepId(process, subject, kind, of, number))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_has_at_most_255_characters() {
        assertThat(StepId.of("p", "o", "k".repeat(248), "", 1).text()).hasSize(255);
        assertThatThrownBy(() -> StepId.of("p", "o", "k".repeat(248), "", 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b/c",
                "a/b/c/1",
                "a/b/c/d/e",
                "a/b/c/d/01",
                "a/b/c/d/1/2",
                "a//c/d/1",
                "a/b/c/d/-1",
                "a/b/c/d/9999999999999999999"
            })
    void other_text_is_no_id(String text) {
        assertThatThrownBy(() -> StepId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
