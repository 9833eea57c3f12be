package io.ordertrail.app.keys;

import io.ordertrail.api.access.IssuedKey;
import io.ordertrail.api.access.KeyCommand.CreateKey;
import io.ordertrail.api.access.KeyCommand.RevokeKey;
import io.ordertrail.api.access.KeyCommand.RollKey;
import io.ordertrail.api.access.KeyList;
import io.ordertrail.api.access.KeyQuery.ListKeys;
import io.ordertrail.api.access.KeyRefusal.KeyNotFound;
import io.ordertrail.api.access.ListedKey;
import io.ordertrail.api.message.Refused;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A secret is answered once and kept nowhere, so these requests know no Idempotency-Key. */
@RestController
@RequestMapping(path = "/api/v1/admin/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys")
class KeyEndpoints {

    private final Dispatch dispatch;

    KeyEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listKeys", summary = "List the keys of programs, the oldest first")
    ResponseEntity<KeyList> list(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListKeys(), read.context(), KeyList.class));
    }

    @PostMapping
    @Operation(operationId = "createKey", summary = "Make a key; its secret is shown this once")
    ResponseEntity<IssuedKey> create(@RequestBody KeyRequest body, ReadRequest read) {
        CreateKey command = new CreateKey(body.name(), body.roles(), body.grants(), body.days());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(dispatch.send(command, read.context(), IssuedKey.class));
    }

    @PostMapping("/{keyId}/roll")
    @Operation(
            operationId = "rollKey",
            summary = "Give a key another secret, which is shown this once",
            description = "The last secret is accepted for 7 more days.")
    ResponseEntity<IssuedKey> roll(@PathVariable String keyId, @RequestBody KeyRoll body, ReadRequest read) {
        RollKey command = new RollKey(known(keyId), body.days());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(dispatch.send(command, read.context(), IssuedKey.class));
    }

    @DeleteMapping("/{keyId}")
    @Operation(operationId = "revokeKey", summary = "Withdraw a key: the next request with it is refused")
    ResponseEntity<ListedKey> revoke(@PathVariable String keyId, ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(new RevokeKey(known(keyId)), read.context(), ListedKey.class));
    }

    /** Does not look up an invalid one. */
    private static String known(String keyId) {
        if (!keyId.matches("[0-9A-Za-z]{8}")) {
            throw new Refused(new KeyNotFound(keyId));
        }
        return keyId;
    }
}
