package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerCommand;
import io.ordertrail.api.customer.CustomerCommand.EraseCustomer;
import io.ordertrail.api.customer.CustomerCommand.FinishErasure;
import io.ordertrail.api.customer.CustomerCommand.LiftLegalHold;
import io.ordertrail.api.customer.CustomerCommand.PlaceLegalHold;
import io.ordertrail.api.customer.CustomerCommand.WithdrawErasure;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.CustomerRefusal.CustomerHasOpenAccounts;
import io.ordertrail.api.customer.CustomerRefusal.CustomerHasOpenOrders;
import io.ordertrail.api.customer.CustomerRefusal.CustomerNotFound;
import io.ordertrail.api.customer.CustomerRefusal.ErasureWaits;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.personal.PersonalKeys;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.model.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;

/**
 * Where customers are forgotten: makes sure that none of their orders and accounts is open, and destroys the key of
 * their personal data. The key is destroyed before the event says so, and in its own database; a kill in between
 * repeats both.
 */
final class CustomerHandler {

    private final CustomerRepository customers;
    private final CustomerNames names;
    private final OpenOrders openOrders;
    private final OpenAccounts openAccounts;
    private final PersonalKeys keys;
    private final Clock clock;

    CustomerHandler(
            CustomerRepository customers,
            CustomerNames names,
            OpenOrders openOrders,
            OpenAccounts openAccounts,
            PersonalKeys keys,
            Clock clock) {
        this.customers = customers;
        this.names = names;
        this.openOrders = openOrders;
        this.openAccounts = openAccounts;
        this.keys = keys;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(PlaceLegalHold command, CommandMessage<?> message) throws Exception {
        return decide(command, message, it -> it.hold(command.customerId(), command.reason(), now()));
    }

    @CommandHandler
    Receipt handle(LiftLegalHold command, CommandMessage<?> message) throws Exception {
        return decide(command, message, it -> it.lift(command.customerId(), command.reason(), now()));
    }

    @CommandHandler
    Receipt handle(EraseCustomer command, CommandMessage<?> message) throws Exception {
        String customerId = command.customerId();
        return decide(command, message, it -> {
            long version = it.next();
            it.begin(customerId, command.reason(), now());
            List<String> orders = openOrders.among(names.ordersOf(customerId));
            if (!orders.isEmpty()) {
                throw new Refused(new CustomerHasOpenOrders(customerId, orders));
            }
            List<String> accounts = openAccounts.among(names.accountsOf(customerId));
            if (!accounts.isEmpty()) {
                throw new Refused(new CustomerHasOpenAccounts(customerId, accounts));
            }
            names.turn(customerId, version);
        });
    }

    @CommandHandler
    Receipt handle(WithdrawErasure command, CommandMessage<?> message) throws Exception {
        return decide(command, message, it -> {
            long version = it.next();
            it.withdraw(command.customerId(), command.reason(), now());
            names.turn(command.customerId(), version);
        });
    }

    @CommandHandler
    Receipt handle(FinishErasure command, CommandMessage<?> message) throws Exception {
        String customerId = command.customerId();
        return decide(command, message, it -> {
            if (!it.state().isErasing()) {
                return;
            }
            if (it.state().legalHold() != null) {
                throw new Refused(new ErasureWaits(customerId, "the end of a legal hold"));
            }
            List<String> orders = names.ordersOf(customerId);
            mustBeNone(customerId, "open orders or returns: ", openOrders.among(orders));
            mustBeNone(customerId, "accounts with money: ", openAccounts.among(names.accountsOf(customerId)));
            keys.destroy(customerId);
            it.finish(orders, now());
        });
    }

    private static void mustBeNone(String customerId, String what, List<String> open) {
        if (!open.isEmpty()) {
            throw new Refused(new ErasureWaits(customerId, what + String.join(", ", open)));
        }
    }

    private Receipt decide(CustomerCommand command, CommandMessage<?> message, Consumer<Customer> decision)
            throws Exception {
        Optional<Aggregate<Customer>> known = customers.find(CustomerId.stream(command.customerId()));
        if (known.isPresent()) {
            return known.get()
                    .invoke(it -> it.before(message).orElseGet(() -> {
                        Receipt before = it.last();
                        decision.accept(it);
                        Receipt after = it.last();
                        return after.equals(before) ? after.again() : after;
                    }));
        }
        if (names.ordersOf(command.customerId()).isEmpty()
                && names.accountsOf(command.customerId()).isEmpty()) {
            throw new Refused(new CustomerNotFound(command.customerId()));
        }
        return customers
                .newInstance(() -> {
                    Customer begun = new Customer();
                    decision.accept(begun);
                    return begun;
                })
                .invoke(Customer::last);
    }

    private Instant now() {
        return BusinessTime.of(null, BusinessTime.EARLIEST, clock);
    }
}
