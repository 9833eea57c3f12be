package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountRefusal.AccountNotFound;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import org.springframework.stereotype.Component;

/** Accounts for the endpoints: changed with an answer. */
@Component
final class Accounts {

    /** Later than anything that will be recorded, and still four digits of year. */
    private final Dispatch dispatch;

    private final Commands commands;

    Accounts(Dispatch dispatch, Commands commands) {
        this.dispatch = dispatch;
        this.commands = commands;
    }

    ChangeAnswer<AccountView> open(OpenAccount command, WriteRequest write) {
        return send(command, write.creating(), write);
    }

    /** Changes an existing account, and answers it as of that change. */
    ChangeAnswer<AccountView> change(AccountCommand command, WriteRequest write) {
        String id = valid(command.accountId());
        RequestContext context =
                write.changing(() -> dispatch.ask(new GetAccountAsOf(id, Moment.NOW), write.asking(), AccountView.class)
                        .version());
        return send(command, context, write);
    }

    /** The answer is folded up to the change's own version: a repeat gets the same, whatever happened since. */
    private ChangeAnswer<AccountView> send(AccountCommand command, RequestContext context, WriteRequest write) {
        Receipt receipt = commands.send(command, context);
        AccountView account = dispatch.ask(
                new GetAccountAsOf(receipt.id(), Moment.version(receipt.version())), write.asking(), AccountView.class);
        return new ChangeAnswer<>(account, receipt.version(), receipt.replayed());
    }

    /**
     * {@code accountId} itself.
     *
     * @throws Refused it cannot be the id of an account, so no query is needed
     */
    static String valid(String accountId) {
        if (!AccountId.isValid(accountId)) {
            throw new Refused(new AccountNotFound(accountId));
        }
        return accountId;
    }
}
