package io.ordertrail.app.projection;

import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand.StartReplay;
import io.ordertrail.api.projection.ProjectionQuery.GetReplay;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.ProjectionRefusal.ProjectionNotFound;
import io.ordertrail.api.projection.ProjectionRefusal.ReplayNotFound;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Replay;
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

    @PostMapping("/{projection}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startReplay",
            summary = "Replay a view: empty it and fill it again from the first event",
            description = "The node that keeps the view begins in a moment. Until the replay is done, what reads the"
                    + " whole view (lists, reports, quotes, the export) is answered 503, VIEW_INCOMPLETE;"
                    + " single resources are answered from their events.")
    @Sends(LOCATION)
    ResponseEntity<Replay> start(@PathVariable String projection, ReadRequest read) {
        String id = "replay-" + UUID.randomUUID();
        Replay replay = dispatch.send(new StartReplay(valid(projection), id), read.context(), Replay.class);
        return ResponseEntity.accepted()
                .location(URI.create(PROJECTIONS + "/" + projection + "/replays/" + replay.id()))
                .body(replay);
    }

    @GetMapping("/{projection}/replays/{replayId}")
    @Operation(operationId = "getReplay", summary = "Read how far a replay has come")
    ResponseEntity<Replay> get(@PathVariable String projection, @PathVariable String replayId, ReadRequest read) {
        if (!replayId.matches("[a-z0-9-]{1,100}")) {
            throw new Refused(new ReplayNotFound(replayId));
        }
        return ResponseEntity.ok(
                dispatch.ask(new GetReplay(valid(projection), replayId), read.context(), Replay.class));
    }

    private static String valid(String projection) {
        if (!projection.matches(NAME)) {
            throw new Refused(new ProjectionNotFound(projection));
        }
        return projection;
    }
}
