package io.ordertrail.app.account;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.account.AccountQuery.ProveLedger;
import io.ordertrail.api.account.LedgerProof;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = AccountPaths.LEDGER, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class LedgerEndpoint {

    private final Dispatch dispatch;

    LedgerEndpoint(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping("/proof")
    @Operation(
            operationId = "proveLedger",
            summary =
                    "Whether the books balance, per currency, as of a position in the event store; the ETag is the position")
    @Sends(ETAG)
    ResponseEntity<LedgerProof> prove(@QueryString ProofQuery query, ReadRequest read) {
        LedgerProof proof =
                dispatch.ask(new ProveLedger(query.checked().position()), read.context(), LedgerProof.class);
        return read.answer(proof.position(), proof);
    }
}
