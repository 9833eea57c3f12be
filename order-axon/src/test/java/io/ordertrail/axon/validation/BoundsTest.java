package io.ordertrail.axon.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.axon.message.CommandValidation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bound that a command names: it is held, whoever sends the command, and none is lost. */
class BoundsTest {

    private static Stream<Class<?>> commands() {
        return new TreeMap<>(Contract.byName())
                .values().stream()
                        .filter(Class::isRecord)
                        .filter(type -> Arrays.stream(type.getInterfaces())
                                .anyMatch(kind -> kind.getSimpleName().endsWith("Command")));
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Named.class).value();
    }

    private static Stream<Arguments> breakages() {
        return commands()
                .flatMap(command -> Breakage.of(command)
                        .map(broken ->
                                Arguments.of(name(command) + " " + broken.pointer() + " " + broken.bound(), broken)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakages")
    void a_command_that_breaks_a_bound_reaches_no_handler(String what, Breakage broken) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CommandValidation());
        bus.subscribe(broken.value().getClass().getName(), command -> "handled");
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(broken.value()), (command, result) -> answer.set(result));
        assertThat(answer.get().isExceptional()).isTrue();
        Refused no = (Refused) answer.get().exceptionResult();
        List<String> told = ((InvalidRequest) no.refusal())
                .faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList();
        assertThat(told).contains(broken.pointer() + " " + broken.code());
    }

    /** To be changed only together with a bound. */
    @Test
    void no_bound_is_lost_and_none_changes_unseen() throws Exception {
        List<String> found = commands()
                .flatMap(command -> Breakage.of(command)
                        .map(broken ->
                                name(command) + " " + broken.pointer() + " " + broken.code() + ": " + broken.bound()))
                .distinct()
                .toList();
        try (var stored = BoundsTest.class.getResourceAsStream("/bounds.txt")) {
            assertThat(String.join("\n", found) + "\n")
                    .isEqualTo(new String(stored.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void faults_are_told_in_the_order_of_the_fields_and_what_a_field_holds_before_the_field() {
        List<String> pointers =
                List.of("/lines/0/sku", "/lines/0/quantity", "/lines/1/sku", "/lines", "/discount", "/nowhere");
        Class<?> order = Contract.byName().get("order.CreateOrder");
        assertThat(pointers)
                .isSortedAccordingTo(Comparator.comparing(
                        (String pointer) -> JsonPointers.order(order, pointer), JsonPointers.ORDER));
    }

    @Test
    void a_message_without_a_fault_has_none() {
        List<Fault> faults =
                MessageValidator.faults(new io.ordertrail.api.order.OrderCourseCommand.ExpireOrder("order-1"));
        assertThat(faults).isEmpty();
    }
}
