package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueName;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/** Whose accounts are, and from where transfers go. */
final class AccountsInEvents implements ClaimsOfEvents {

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        Function<EventMessage<?>, Stream<UniqueName>> accounts =
                ClaimsOfEvents.of(AccountCreated.class, AccountsInEvents::of);
        Function<EventMessage<?>, Stream<UniqueName>> transfers =
                ClaimsOfEvents.of(TransferInitiated.class, AccountsInEvents::of);
        return event -> Stream.concat(accounts.apply(event), transfers.apply(event));
    }

    private static Stream<UniqueName> of(AccountCreated account) {
        return Stream.of(
                new UniqueName(CustomerNames.accounts(account.ownerId()), account.accountId(), account.accountId()));
    }

    private static Stream<UniqueName> of(TransferInitiated transfer) {
        return Stream.of(
                new UniqueName(CustomerNames.transfers(transfer.from()), transfer.transferId(), transfer.transferId()));
    }
}
