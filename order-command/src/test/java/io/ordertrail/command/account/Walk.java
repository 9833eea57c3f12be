package io.ordertrail.command.account;

import static io.ordertrail.command.account.Samples.ACCOUNT;
import static io.ordertrail.command.account.Samples.capture;
import static io.ordertrail.command.account.Samples.deposit;
import static io.ordertrail.command.account.Samples.hold;
import static io.ordertrail.command.account.Samples.release;
import static io.ordertrail.command.account.Samples.transferBack;
import static io.ordertrail.command.account.Samples.transferOut;
import static io.ordertrail.command.account.Samples.withdraw;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.RecordTransferEnded;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.CommandValidation;
import io.ordertrail.axon.message.Correlation;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Random commands on one account, sent through real handlers. Few ids and small amounts, so that they often meet. */
final class Walk {

    private final AggregateTestFixture<Account> fixture = AccountScenario.scenario(
                    new UniqueClaims(Database.empty()), account -> Optional.empty())
            .fixture();
    private final Random random;

    Walk(Random random, String creditLimit) {
        this.random = random;
        fixture.getCommandBus().registerHandlerInterceptor(new CorrelationDataInterceptor<>(new Correlation()));
        fixture.getCommandBus().registerHandlerInterceptor(new CommandValidation());
        fixture.given(Samples.created(creditLimit));
    }

    AccountCommand command() {
        String id = String.valueOf(random.nextInt(30));
        String holdId = "h" + random.nextInt(5);
        String amount = random.nextInt(20) + "." + random.nextInt(10) + "0";
        String transfer = AccountId.transfer(String.valueOf(random.nextInt(4)));
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> deposit(id, amount);
            case 3, 4 -> withdraw(id, amount);
            case 5, 6 -> hold(holdId, random.nextInt(1, 4) + ".00");
            case 7, 8 -> capture(holdId, id, random.nextInt(1, 4) + ".00");
            case 9 -> release(holdId);
            case 10 ->
                random.nextInt(3) == 0
                        ? new FreezeAccount(ACCOUNT, "because", null)
                        : new UnfreezeAccount(ACCOUNT, null, null);
            case 11 -> transferOut(transfer, amount);
            case 12 -> transferBack(transfer, amount);
            case 13 -> new RecordTransferEnded(ACCOUNT, transfer);
            default -> new CloseAccount(ACCOUNT, null, null);
        };
    }

    /** Whether it was accepted; anything but a refusal fails the test. */
    boolean send(AccountCommand command) {
        List<CommandResultMessage<?>> results = new ArrayList<>();
        fixture.getCommandBus()
                .dispatch(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(command, Map.of(MetaKeys.ROLES, role(command))),
                                command.getClass().getName()),
                        (message, result) -> results.add(result));
        CommandResultMessage<?> result = results.get(0);
        if (result.isExceptional() && !(result.exceptionResult() instanceof Refused)) {
            throw new AssertionError(command + " failed", result.exceptionResult());
        }
        return !result.isExceptional();
    }

    /** A hold of the service would be answered, not refused. */
    private static String role(AccountCommand command) {
        return command instanceof RecordTransferEnded ? "SERVICE" : "SUPERVISOR";
    }

    List<DomainEventMessage<?>> events() {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        fixture.getEventStore().readEvents(ACCOUNT).forEachRemaining(events::add);
        return events;
    }
}
