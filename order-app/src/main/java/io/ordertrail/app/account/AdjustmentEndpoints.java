package io.ordertrail.app.account;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.account.AccountCommand.ApproveAdjustment;
import io.ordertrail.api.account.AccountCommand.DenyAdjustment;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deposits and withdrawals beyond what one person may move alone are approved, or not, by a second one. */
@RestController
@RequestMapping(
        path = AccountPaths.ACCOUNTS + "/{accountId}/adjustments/{adjustment}",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AdjustmentEndpoints {

    private final Accounts accounts;

    AdjustmentEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/approval")
    @Operation(
            operationId = "approveAdjustment",
            summary = "Approve a deposit or withdrawal that somebody else has asked for; the money moves at once",
            description = "What waits stands in adjustments of the account.")
    @Sends(ETAG)
    ResponseEntity<AccountView> approve(
            @PathVariable String accountId, @PathVariable int adjustment, WriteRequest write) {
        return accounts.change(new ApproveAdjustment(accountId, adjustment), write)
                .ok();
    }

    @PostMapping(path = "/denial", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "denyAdjustment", summary = "Do not approve what was asked for, or take it back")
    @Sends(ETAG)
    ResponseEntity<AccountView> deny(
            @PathVariable String accountId,
            @PathVariable int adjustment,
            @RequestBody AdjustmentDenial body,
            WriteRequest write) {
        return accounts.change(new DenyAdjustment(accountId, adjustment, body.reason()), write)
                .ok();
    }
}
