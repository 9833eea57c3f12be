package io.ordertrail.app.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionCommand.DiscardDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetter;
import io.ordertrail.api.projection.ProjectionCommand.RetryDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.GroupDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.InspectDeadLetter;
import io.ordertrail.api.projection.ProjectionQuery.ListDeadLetters;
import io.ordertrail.api.projection.ProjectionQuery.ListDiscarded;
import io.ordertrail.api.projection.ProjectionRefusal.DeadLetterNotFound;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class DeadLetterEndpoints {

    private final Dispatch dispatch;

    DeadLetterEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(
            operationId = "listDeadLetters",
            summary = "List the events that views could not process, the longest parked first; at most 500",
            description = "For the events that processes could not process see /admin/processes.")
    ResponseEntity<DeadLetters> list(@QueryString DeadLettersRequest request, ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListDeadLetters(request.valid()), read.context(), DeadLetters.class));
    }

    @GetMapping("/groups")
    @Operation(
            operationId = "groupDeadLetters",
            summary = "List the events that views could not process by failure, view and type of event")
    ResponseEntity<DeadLetterGroups> groups(@QueryString DeadLettersRequest request, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.ask(new GroupDeadLetters(request.valid()), read.context(), DeadLetterGroups.class));
    }

    @GetMapping("/discarded")
    @Operation(operationId = "listDiscarded", summary = "List who discarded what, and why, the last first; at most 500")
    ResponseEntity<DiscardedLetters> discarded(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListDiscarded(), read.context(), DiscardedLetters.class));
    }

    @GetMapping("/{deadLetterId}")
    @Operation(
            operationId = "inspectDeadLetter",
            summary = "Show the event, the rows as they are stored and what a retry would change",
            description = "The retry is made in a transaction that is rolled back.")
    ResponseEntity<DeadLetterInspection> inspect(@PathVariable String deadLetterId, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.ask(new InspectDeadLetter(known(deadLetterId)), read.context(), DeadLetterInspection.class));
    }

    @PostMapping("/{deadLetterId}/retry")
    @Operation(operationId = "retryDeadLetter", summary = "Process the events of a parked sequence again")
    ResponseEntity<DeadLetterRetry> retry(@PathVariable String deadLetterId, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.send(new RetryDeadLetter(known(deadLetterId)), read.context(), DeadLetterRetry.class));
    }

    @PostMapping("/retry")
    @Operation(
            operationId = "retryDeadLetters",
            summary = "Process the events of all sequences of a filter again, at most 500 sequences at a time")
    ResponseEntity<DeadLetterRetries> retryAll(@QueryString DeadLettersRequest request, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.send(new RetryDeadLetters(request.valid()), read.context(), DeadLetterRetries.class));
    }

    @DeleteMapping("/{deadLetterId}")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Discard the events of a parked sequence",
            description = "The view stays without them until it is rebuilt.")
    ResponseEntity<DeadLetter> discard(
            @PathVariable String deadLetterId, @QueryString DiscardReason request, ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(
                new DiscardDeadLetter(known(deadLetterId), request.given()), read.context(), DeadLetter.class));
    }

    /** Does not look up an invalid one: no database accepts a NUL, for example. */
    private static String known(String deadLetterId) {
        if (!deadLetterId.matches("[a-f0-9-]{1,36}")) {
            throw new Refused(new DeadLetterNotFound(deadLetterId));
        }
        return deadLetterId;
    }
}
