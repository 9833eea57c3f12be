package io.ordertrail.app.projection;

import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand;
import io.ordertrail.api.projection.ProjectionCommand.CancelRebuild;
import io.ordertrail.api.projection.ProjectionCommand.PauseRebuild;
import io.ordertrail.api.projection.ProjectionCommand.ResumeRebuild;
import io.ordertrail.api.projection.ProjectionCommand.RollBackRebuild;
import io.ordertrail.api.projection.ProjectionCommand.StartRebuild;
import io.ordertrail.api.projection.ProjectionQuery.GetRebuild;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionQuery.ListRebuilds;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.RebuildNotFound;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.Rebuilds;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = ProjectionEndpoints.PROJECTIONS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class ProjectionEndpoints {

    /** The form of every view's name. */
    static final String NAME = "[a-z][a-z0-9-]{0,99}";

    static final String PROJECTIONS = "/api/v1/admin/projections";

    private final Dispatch dispatch;

    ProjectionEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listProjections", summary = "List the views and their positions")
    ResponseEntity<Projections> list(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListProjections(), read.context(), Projections.class));
    }

    @GetMapping("/{projection}/rebuilds")
    @Operation(operationId = "listRebuilds", summary = "List the rebuilds of a view, the last one first")
    ResponseEntity<Rebuilds> list(@PathVariable String projection, ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListRebuilds(valid(projection)), read.context(), Rebuilds.class));
    }

    @PostMapping("/{projection}/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startRebuild",
            summary = "Rebuild a view: make its rows anew from the first event on",
            description = "The node that keeps the view begins in a moment. The new rows are made beside the old ones,"
                    + " compared with them and put in their place at once: requests go on as if nothing happened. The"
                    + " old rows are kept for a while, and can be put back.")
    @Sends(LOCATION)
    ResponseEntity<Rebuild> start(@PathVariable String projection, ReadRequest read) {
        return accepted(dispatch.send(new StartRebuild(valid(projection), newId()), read.context(), Rebuild.class));
    }

    @GetMapping("/{projection}/rebuilds/{rebuildId}")
    @Operation(
            operationId = "getRebuild",
            summary = "Read how far a rebuild has come, and what it found",
            description = "The stream of operations tells it as it goes.")
    ResponseEntity<Rebuild> get(@PathVariable String projection, @PathVariable String rebuildId, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.ask(new GetRebuild(valid(projection), validId(rebuildId)), read.context(), Rebuild.class));
    }

    @PostMapping("/{projection}/rebuilds/{rebuildId}/pause")
    @Operation(operationId = "pauseRebuild", summary = "Let a rebuild pause until it is resumed")
    ResponseEntity<Rebuild> pause(@PathVariable String projection, @PathVariable String rebuildId, ReadRequest read) {
        return steer(new PauseRebuild(valid(projection), validId(rebuildId)), read);
    }

    @PostMapping("/{projection}/rebuilds/{rebuildId}/resumption")
    @Operation(operationId = "resumeRebuild", summary = "Go on with a rebuild that pauses")
    ResponseEntity<Rebuild> resume(@PathVariable String projection, @PathVariable String rebuildId, ReadRequest read) {
        return steer(new ResumeRebuild(valid(projection), validId(rebuildId)), read);
    }

    @PostMapping("/{projection}/rebuilds/{rebuildId}/cancellation")
    @Operation(
            operationId = "cancelRebuild",
            summary = "Give a rebuild up; the view is as it was",
            description = "It ends in a moment: read it until its status is CANCELLED.")
    ResponseEntity<Rebuild> cancel(@PathVariable String projection, @PathVariable String rebuildId, ReadRequest read) {
        return steer(new CancelRebuild(valid(projection), validId(rebuildId)), read);
    }

    @PostMapping("/{projection}/rebuilds/{rebuildId}/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rollBackRebuild",
            summary = "Put the rows back that a rebuild has replaced",
            description =
                    "They first process what was stored since. It is another rebuild, which is named in the answer.")
    @Sends(LOCATION)
    ResponseEntity<Rebuild> rollBack(
            @PathVariable String projection, @PathVariable String rebuildId, ReadRequest read) {
        return accepted(dispatch.send(
                new RollBackRebuild(valid(projection), validId(rebuildId), newId()), read.context(), Rebuild.class));
    }

    private ResponseEntity<Rebuild> steer(ProjectionCommand command, ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(command, read.context(), Rebuild.class));
    }

    private static ResponseEntity<Rebuild> accepted(Rebuild rebuild) {
        return ResponseEntity.accepted()
                .location(URI.create(PROJECTIONS + "/" + rebuild.projection() + "/rebuilds/" + rebuild.id()))
                .body(rebuild);
    }

    private static String newId() {
        return "rebuild-" + UUID.randomUUID();
    }

    private static String validId(String rebuildId) {
        if (!rebuildId.matches("[a-z0-9-]{1,100}")) {
            throw new Refused(new RebuildNotFound(rebuildId));
        }
        return rebuildId;
    }

    private static String valid(String projection) {
        if (!projection.matches(NAME)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }
}
