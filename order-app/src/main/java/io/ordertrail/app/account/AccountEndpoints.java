package io.ordertrail.app.account;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.ETAG_OF_VERSION;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountPage;
import io.ordertrail.api.account.AccountQuery.GetAccount;
import io.ordertrail.api.account.AccountQuery.GetAccountAsOf;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.message.Moment;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.moment.Diff;
import io.ordertrail.app.moment.DiffQuery;
import io.ordertrail.app.moment.Differences;
import io.ordertrail.app.moment.MomentQuery;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = AccountPaths.ACCOUNTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AccountEndpoints {

    private final Accounts accounts;
    private final Dispatch dispatch;
    private final Differences differences;

    AccountEndpoints(Accounts accounts, Dispatch dispatch, Differences differences) {
        this.differences = differences;
        this.accounts = accounts;
        this.dispatch = dispatch;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "openAccount", summary = "Open an account")
    @Sends({ETAG, LOCATION})
    ResponseEntity<AccountView> open(@RequestBody AccountRequest body, WriteRequest write) {
        MoneyMapper meaning = new MoneyMapper();
        CurrencyUnit currency = meaning.currency(body.currency(), "/currency");
        Money limit = meaning.optional(body.creditLimit(), currency, "/creditLimit");
        meaning.orRefuse();
        AccountKind kind = Objects.requireNonNullElse(body.kind(), AccountKind.CUSTOMER);
        ChangeAnswer<AccountView> opened = accounts.open(
                new OpenAccount(AccountId.of(write.seed()), body.ownerId(), kind, currency, limit, body.at()), write);
        return opened.created(AccountPaths.of(opened.body().id()));
    }

    @GetMapping
    @Operation(operationId = "listAccounts", summary = "List accounts, the newest first, page by page")
    @Sends(LINK)
    ResponseEntity<AccountList> list(@QueryString AccountsQuery query, ReadRequest read, HttpServletRequest request) {
        AccountPage page = dispatch.ask(query.toContract(), read.context(), AccountPage.class);
        AccountList list = AccountList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping("/{accountId}")
    @Operation(operationId = "getAccount", summary = "Read an account and its balance")
    @Sends(ETAG_OF_VERSION)
    ResponseEntity<AccountView> get(@PathVariable String accountId, @QueryString MomentQuery query, ReadRequest read) {
        return query.answer(
                read,
                () -> dispatch.ask(
                        new GetAccount(Accounts.valid(accountId), read.minVersion()),
                        read.context(),
                        AccountView.class),
                moment -> at(accountId, moment, read),
                AccountView::version);
    }

    @GetMapping("/{accountId}/diff")
    @Operation(
            operationId = "diffAccount",
            summary = "What differs between two moments of an account",
            description = "In words, and as a JSON Patch (RFC 6902). Moments are versions or instants")
    ResponseEntity<Diff> diff(@PathVariable String accountId, @QueryString DiffQuery query, ReadRequest read) {
        return differences.between(query, moment -> at(accountId, moment, read), AccountView::version);
    }

    private AccountView at(String accountId, Moment moment, ReadRequest read) {
        return dispatch.ask(new GetAccountAsOf(Accounts.valid(accountId), moment), read.context(), AccountView.class);
    }

    @GetMapping("/{accountId}/entries")
    @Operation(operationId = "listEntries", summary = "Read an account's statement, the latest movement first")
    @Sends({ETAG, LINK})
    ResponseEntity<EntryList> entries(
            @PathVariable String accountId,
            @QueryString EntriesQuery query,
            ReadRequest read,
            HttpServletRequest request) {
        AccountEntries page =
                dispatch.ask(query.toContract(Accounts.valid(accountId), read), read.context(), AccountEntries.class);
        EntryList list = EntryList.of(page, query.page().size());
        ResponseEntity<EntryList> answer = read.answer(page.version(), list);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(answer.getBody());
    }
}
