package io.ordertrail.app.audit;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.audit.AuditPage;
import io.ordertrail.api.audit.AuditQuery.GetNewestCheckpoint;
import io.ordertrail.api.audit.AuditQuery.ListAuditEntries;
import io.ordertrail.api.audit.AuditQuery.ListCheckpoints;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit")
class AuditEndpoints {

    private final Dispatch dispatch;

    AuditEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping("/audit")
    @Operation(
            operationId = "listAuditEntries",
            summary = "List what was refused and denied, the newest first",
            description = "An entry is there two seconds later. It has neither a secret nor what the request said.")
    @Sends(LINK)
    ResponseEntity<AuditEntries> entries(@QueryString PageQuery query, ReadRequest read, HttpServletRequest http) {
        PageQuery page = query.checked();
        AuditEntries list = AuditEntries.of(
                dispatch.ask(new ListAuditEntries(page.size(), page.after()), read.context(), AuditPage.class),
                page.size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(http))
                .body(list);
    }

    @GetMapping("/checkpoints")
    @Operation(
            operationId = "listCheckpoints",
            summary = "List the checkpoints of the chain of events, the newest first",
            description = "Keep them elsewhere: verify --checkpoint FILE holds what is stored against them, whoever has"
                    + " rewritten it. The file may be this answer.")
    @Sends(LINK)
    ResponseEntity<CheckpointList> checkpoints(
            @QueryString PageQuery query, ReadRequest read, HttpServletRequest http) {
        PageQuery page = query.checked();
        CheckpointList list = CheckpointList.of(
                dispatch.ask(new ListCheckpoints(page.size(), page.after()), read.context(), CheckpointPage.class),
                page.size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(http))
                .body(list);
    }

    @GetMapping("/checkpoints/newest")
    @Operation(operationId = "getNewestCheckpoint", summary = "Read the newest checkpoint of the chain of events")
    ResponseEntity<Checkpoint> newest(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new GetNewestCheckpoint(), read.context(), Checkpoint.class));
    }
}
