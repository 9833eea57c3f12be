package io.ordertrail.command.returns;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.AggregateRepository;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;

/** Where an account may be named that gets the money of a return: whose it is, a return cannot see. */
final class ReturnHandler {

    private final AggregateRepository<Return> returns;
    private final AccountOwners owners;
    private final Clock clock;

    ReturnHandler(AggregateRepository<Return> returns, AccountOwners owners, Clock clock) {
        this.returns = returns;
        this.owners = owners;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(RetryRefund command, CommandMessage<?> message) throws Exception {
        return returns.load(command.returnId()).invoke(it -> it.retry(command, message, clock, owners));
    }
}
