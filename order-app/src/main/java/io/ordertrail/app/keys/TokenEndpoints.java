package io.ordertrail.app.keys;

import io.ordertrail.api.access.TokenCommand.TakeBackWithdrawal;
import io.ordertrail.api.access.TokenCommand.WithdrawTokens;
import io.ordertrail.api.access.TokenQuery.ListTokenWithdrawals;
import io.ordertrail.api.access.TokenRefusal.TokenWithdrawalNotFound;
import io.ordertrail.api.access.TokenWithdrawal;
import io.ordertrail.api.access.TokenWithdrawalList;
import io.ordertrail.api.message.Refused;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who withdraws twice has withdrawn until later, so these requests need no Idempotency-Key. */
@RestController
@RequestMapping(path = "/api/v1/admin/token-withdrawals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys")
class TokenEndpoints {

    private final Dispatch dispatch;

    TokenEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listTokenWithdrawals", summary = "List whose tokens are withdrawn, the oldest first")
    ResponseEntity<TokenWithdrawalList> list(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListTokenWithdrawals(), read.context(), TokenWithdrawalList.class));
    }

    @PostMapping
    @Operation(
            operationId = "withdrawTokens",
            summary = "Withdraw the tokens that were issued to somebody until now",
            description = "The next request with one of them is refused. What is issued later is accepted.")
    ResponseEntity<TokenWithdrawal> withdraw(@RequestBody TokenWithdrawalRequest body, ReadRequest read) {
        WithdrawTokens command = new WithdrawTokens(body.subject(), body.reason());
        return ResponseEntity.ok(dispatch.send(command, read.context(), TokenWithdrawal.class));
    }

    @DeleteMapping("/{withdrawalId}")
    @Operation(operationId = "takeBackTokenWithdrawal", summary = "Take a withdrawal of tokens back")
    ResponseEntity<TokenWithdrawal> takeBack(@PathVariable String withdrawalId, ReadRequest read) {
        TakeBackWithdrawal command = new TakeBackWithdrawal(known(withdrawalId));
        return ResponseEntity.ok(dispatch.send(command, read.context(), TokenWithdrawal.class));
    }

    /** Does not look up an invalid one. */
    private static String known(String withdrawalId) {
        if (!withdrawalId.matches("[0-9A-Za-z]{8}")) {
            throw new Refused(new TokenWithdrawalNotFound(withdrawalId));
        }
        return withdrawalId;
    }
}
