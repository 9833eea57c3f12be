package io.ordertrail.app.account;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LINK;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountQuery.GetTransfer;
import io.ordertrail.api.account.AccountQuery.GetTransferAsOf;
import io.ordertrail.api.account.TransferCommand.InitiateTransfer;
import io.ordertrail.api.account.TransferPage;
import io.ordertrail.api.account.TransferRefusal.TransferNotFound;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.Commands;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
@RequestMapping(path = AccountPaths.TRANSFERS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class TransferEndpoints {

    private final Commands commands;
    private final Dispatch dispatch;

    TransferEndpoints(Commands commands, Dispatch dispatch) {
        this.commands = commands;
        this.dispatch = dispatch;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "transfer",
            summary = "Transfer money between two accounts; if it cannot arrive, it goes back")
    @Sends({ETAG, LOCATION})
    ResponseEntity<TransferView> transfer(@RequestBody TransferRequest body, WriteRequest write) {
        MoneyMapper meaning = new MoneyMapper();
        Money amount = meaning.money(body.amount(), "/amount");
        meaning.orRefuse();
        String id = AccountId.transfer(write.seed());
        Receipt receipt = commands.send(
                new InitiateTransfer(id, body.from(), body.to(), amount, body.reference(), body.at()),
                write.creating());
        // As of its own version: a repeat gets the same, whatever happened since.
        TransferView begun = dispatch.ask(
                new GetTransferAsOf(id, Moment.version(receipt.version())), write.asking(), TransferView.class);
        return new ChangeAnswer<>(begun, receipt.version(), receipt.replayed())
                .accepted(AccountPaths.TRANSFERS + "/" + id);
    }

    @GetMapping
    @Operation(operationId = "listTransfers", summary = "List transfers, the newest first, page by page")
    @Sends(LINK)
    ResponseEntity<TransferList> list(@QueryString TransfersQuery query, ReadRequest read, HttpServletRequest request) {
        TransferPage page = dispatch.ask(query.toContract(), read.context(), TransferPage.class);
        TransferList list = TransferList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping("/{transferId}")
    @Operation(operationId = "getTransfer", summary = "Read the state of a transfer")
    @Sends(ETAG)
    ResponseEntity<TransferView> get(@PathVariable String transferId, ReadRequest read) {
        if (!AccountId.isTransfer(transferId)) {
            throw new Refused(new TransferNotFound(transferId));
        }
        TransferView transfer =
                dispatch.ask(new GetTransfer(transferId, read.minVersion()), read.context(), TransferView.class);
        return read.answer(transfer.version(), transfer);
    }
}
