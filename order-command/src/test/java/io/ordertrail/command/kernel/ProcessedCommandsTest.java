package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.model.kernel.ProcessedCommands;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProcessedCommandsTest {

    private static final String ID = "account-1";

    @Test
    void O7_a_command_is_answered_again_with_the_version_it_led_to() {
        ProcessedCommands handled = ProcessedCommands.all().with("a", 0).with("b", 1);
        assertThat(handled.answerTo(ID, "a")).contains(Receipt.of(ID, 0).again());
        assertThat(handled.answerTo(ID, "b")).contains(Receipt.of(ID, 1).again());
    }

    @Test
    void O7_a_command_that_was_never_accepted_has_no_answer() {
        assertThat(ProcessedCommands.all().with("a", 0).answerTo(ID, "b")).isEmpty();
    }

    @Test
    void O7_of_several_events_of_a_command_the_last_is_its_answer() {
        assertThat(ProcessedCommands.all().with("a", 0).with("a", 1).answerTo(ID, "a"))
                .contains(Receipt.of(ID, 1).again());
    }

    @Test
    void an_event_that_no_command_caused_is_nobodys_answer() {
        assertThat(ProcessedCommands.all().with(null, 0)).isEqualTo(ProcessedCommands.all());
    }

    @Test
    void every_command_is_remembered_where_nothing_bounds_it() {
        ProcessedCommands handled = ProcessedCommands.all();
        for (int i = 0; i < 1_000; i++) {
            handled = handled.with("command-" + i, i);
        }
        assertThat(handled.versions()).hasSize(1_000);
    }

    @Test
    void of_more_than_are_to_be_remembered_the_oldest_is_forgotten() {
        ProcessedCommands handled =
                ProcessedCommands.latest(2).with("a", 0).with("b", 1).with("c", 2);
        assertThat(handled.versions()).containsOnlyKeys("b", "c");
    }

    @Test
    void the_latest_are_never_forgotten_and_the_others_not_much_later() {
        ProcessedCommands handled = ProcessedCommands.latest(100);
        for (int i = 0; i < 1_000; i++) {
            handled = handled.with("command-" + i, i);
            assertThat(handled.versions()).hasSizeLessThanOrEqualTo(125);
            assertThat(handled.answerTo(ID, "command-" + Math.max(0, i - 99))).isPresent();
        }
        assertThat(handled.answerTo(ID, "command-800")).isEmpty();
    }

    /** Its first event is older than another's, its last is not. */
    @Test
    void a_command_is_as_old_as_its_last_event() {
        ProcessedCommands handled = ProcessedCommands.latest(2)
                .with("a", 0)
                .with("b", 1)
                .with("a", 2)
                .with("c", 3);
        assertThat(handled.versions()).containsOnlyKeys("a", "c");
    }

    @Test
    void what_was_known_before_stays_as_it_was() {
        ProcessedCommands before = ProcessedCommands.latest(1).with("a", 0);
        before.with("b", 1);
        assertThat(before.versions()).containsOnlyKeys("a");
        assertThatThrownBy(() -> before.versions().put("b", 1L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void it_comes_back_from_a_snapshot_with_its_bound() {
        JsonMapper json = JsonMapper.shared();
        ProcessedCommands handled = ProcessedCommands.latest(2).with("a", 0).with("b", 1);
        ProcessedCommands back = json.readValue(json.writeValueAsString(handled), ProcessedCommands.class);
        assertThat(back).isEqualTo(handled);
        assertThat(back.with("c", 2).versions()).containsOnlyKeys("b", "c");
    }

    @Test
    void to_remember_nothing_makes_no_sense() {
        assertThatThrownBy(() -> ProcessedCommands.latest(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
