package io.ordertrail.axon.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.junit.jupiter.api.Test;

class CommandGroupsTest {

    /** It was handled where the failure lay in the first half of a group that broke, and it in the second. */
    @Test
    void a_command_is_not_handled_after_an_earlier_one_of_its_sequence_has_failed() throws InterruptedException {
        assertThat(answers("b b1", "a failing", "b b2", "a a2"))
                .containsExactly(
                        Map.entry("b b1", true),
                        Map.entry("a failing", false),
                        Map.entry("b b2", true),
                        Map.entry("a a2", false));
    }

    /** Of so many commands that they are several groups. */
    @Test
    void nor_is_one_of_a_later_group() throws InterruptedException {
        List<String> commands = new ArrayList<>(List.of("a failing"));
        for (int n = 0; n < CommandGroups.MOST; n++) {
            commands.add("b " + n);
        }
        commands.add("a last");
        Map<String, Boolean> answers = answers(commands.toArray(String[]::new));
        assertThat(answers).hasSize(CommandGroups.MOST + 2).containsEntry("a last", false);
        assertThat(answers.values()).filteredOn(accepted -> !accepted).hasSize(2);
    }

    /** Whether each was accepted. The first letter of a command is its sequence. */
    private static Map<String, Boolean> answers(String... commands) throws InterruptedException {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (String command : commands) {
            answers.put(command, false);
        }
        CountDownLatch open = new CountDownLatch(commands.length);
        try (CommandGroups groups =
                new CommandGroups(NoTransactionManager.instance(), NoTransactionManager.instance())) {
            List<WaitingCommand> waiting = new ArrayList<>();
            for (String command : commands) {
                waiting.add(new WaitingCommand(
                        new GenericCommandMessage<>(command),
                        "same",
                        command.substring(0, 1),
                        CommandGroupsTest::handle,
                        (handled, result) -> {
                            answers.put(command, !result.isExceptional());
                            open.countDown();
                        }));
            }
            groups.add(waiting);
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
        }
        return answers;
    }

    private static GenericCommandResultMessage<?> handle(CommandMessage<?> command) {
        return command.getPayload().equals("a failing")
                ? new GenericCommandResultMessage<>(new IllegalStateException("as asked"))
                : new GenericCommandResultMessage<>("done");
    }
}
