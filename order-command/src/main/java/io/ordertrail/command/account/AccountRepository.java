package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.CommandGuard;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;

/** All accounts. */
final class AccountRepository extends AggregateRepository<Account> {

    AccountRepository(Builder<Account> builder) {
        super(builder, AccountNotFound::new);
    }

    /** Lets the account of {@code command} decide, unless it has done so before (rule O7) or has another version. */
    Receipt admit(AccountCommand command, CommandMessage<?> message, Function<Account, Receipt> decide) {
        return load(command.accountId())
                .invoke(account -> CommandGuard.before(
                                command.accountId(), account.state().commands(), message)
                        .orElseGet(() -> decide.apply(account)));
    }
}
