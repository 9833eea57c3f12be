package io.ordertrail.app.account;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.app.account.AccountChange.AccountClosure;
import io.ordertrail.app.account.AccountChange.AccountFreeze;
import io.ordertrail.app.account.AccountChange.AccountUnfreeze;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Sends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
        path = AccountPaths.ACCOUNTS + "/{accountId}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AccountChangeEndpoints {

    private final Accounts accounts;

    AccountChangeEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/deposits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "deposit", summary = "Put money in")
    @Sends({ETAG, LOCATION})
    ResponseEntity<AccountView> deposit(
            @PathVariable String accountId, @RequestBody AccountMovement body, WriteRequest write) {
        Deposit deposit = new Deposit(
                accountId,
                AccountId.journal(write.seed()),
                MovementKind.CASH,
                money(body.amount()),
                body.reference(),
                null,
                body.at());
        return accounts.change(deposit, write).created(AccountPaths.of(accountId));
    }

    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "withdraw", summary = "Take money out, as far as it is available")
    @Sends({ETAG, LOCATION})
    ResponseEntity<AccountView> withdraw(
            @PathVariable String accountId, @RequestBody AccountMovement body, WriteRequest write) {
        Withdraw withdrawal = new Withdraw(
                accountId,
                AccountId.journal(write.seed()),
                MovementKind.CASH,
                money(body.amount()),
                body.reference(),
                body.at());
        return accounts.change(withdrawal, write).created(AccountPaths.of(accountId));
    }

    @PostMapping("/freeze")
    @Operation(operationId = "freezeAccount", summary = "Freeze an account: nothing can be taken out")
    @Sends(ETAG)
    ResponseEntity<AccountView> freeze(
            @PathVariable String accountId, @RequestBody AccountFreeze body, WriteRequest write) {
        return accounts.change(new FreezeAccount(accountId, body.reason(), body.at()), write)
                .ok();
    }

    @PostMapping("/unfreeze")
    @Operation(operationId = "unfreezeAccount", summary = "Unfreeze an account")
    @Sends(ETAG)
    ResponseEntity<AccountView> unfreeze(
            @PathVariable String accountId, @RequestBody AccountUnfreeze body, WriteRequest write) {
        return accounts.change(new UnfreezeAccount(accountId, body.note(), body.at()), write)
                .ok();
    }

    @PostMapping("/closure")
    @Operation(operationId = "closeAccount", summary = "Close an account for ever, at zero and with no holds")
    @Sends(ETAG)
    ResponseEntity<AccountView> close(
            @PathVariable String accountId, @RequestBody AccountClosure body, WriteRequest write) {
        return accounts.change(new CloseAccount(accountId, body.reason(), body.at()), write)
                .ok();
    }

    private static Money money(Amount stated) {
        MoneyMapper meaning = new MoneyMapper();
        Money amount = meaning.money(stated, "/amount");
        meaning.orRefuse();
        return amount;
    }
}
