package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountQuery.GetAccount;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.app.http.Change;
import io.ordertrail.app.http.Meaning;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.Refused;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose money an order takes, and to whom it gives back: a customer's balance is for his own orders, a gift card for whoever
 * has it. Whose an account is never changes, so that it can be asked before anything is decided.
 */
@Component
public final class AccountOwners {

    private final Dispatch dispatch;

    AccountOwners(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Whether an order of {@code customerId} may name {@code accountId}. What is no id of an account at all is for others to
     * refuse.
     *
     * @param takenIn whether the request is a repeat of one that was accepted, which it stays; asked only before a refusal
     * @throws Refused it may not: {@code pointer} is at fault
     */
    public void check(
            String customerId, @Nullable String accountId, String pointer, Change change, BooleanSupplier takenIn) {
        if (accountId == null || !AccountId.isValid(accountId)) {
            return;
        }
        Optional<AccountView> account = find(accountId, change);
        if (account.filter(known -> servesOrdersOf(customerId, known)).isPresent() || takenIn.getAsBoolean()) {
            return;
        }
        Meaning meaning = new Meaning();
        if (account.isPresent()) {
            meaning.fault(pointer, "NOT_THE_CUSTOMERS", "This is the balance of another customer.");
        } else {
            meaning.fault(pointer, "NO_SUCH_ACCOUNT", "There is no account " + accountId + ".");
        }
        meaning.orRefuse();
    }

    private static boolean servesOrdersOf(String customerId, AccountView account) {
        return account.kind() != AccountKind.CUSTOMER || account.ownerId().equals(customerId);
    }

    /** As of whenever its row is: whose it is stays the same, and an account may have too many events to be read for that. */
    private Optional<AccountView> find(String accountId, Change change) {
        try {
            return Optional.of(dispatch.ask(new GetAccount(accountId, null), change.asking(), AccountView.class));
        } catch (Refused no) {
            if (no.refusal() instanceof AccountNotFound) {
                return Optional.empty();
            }
            throw no;
        }
    }
}
