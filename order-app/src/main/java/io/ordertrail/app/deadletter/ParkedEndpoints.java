package io.ordertrail.app.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.process.ProcessCommand.DiscardParked;
import io.ordertrail.api.process.ProcessCommand.RetryAllParked;
import io.ordertrail.api.process.ProcessCommand.RetryParked;
import io.ordertrail.api.process.ProcessQuery.GroupParked;
import io.ordertrail.api.process.ProcessQuery.InspectParked;
import io.ordertrail.api.process.ProcessQuery.ListParked;
import io.ordertrail.api.process.ProcessRefusal.ParkedEventNotFound;
import io.ordertrail.api.process.ProcessRefusal.ProcessNotFound;
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
@RequestMapping(path = "/api/v1/admin/processes/{process}/parked", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Processes")
class ParkedEndpoints {

    private final Dispatch dispatch;

    ParkedEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(
            operationId = "listParked",
            summary = "List the events that the processes could not process, one for each subject; at most 500")
    ResponseEntity<DeadLetters> list(
            @PathVariable String process, @QueryString ParkedRequest request, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.ask(new ListParked(request.valid(valid(process))), read.context(), DeadLetters.class));
    }

    @GetMapping("/groups")
    @Operation(
            operationId = "groupParked",
            summary = "List the events that the processes could not process by failure and type of event")
    ResponseEntity<DeadLetterGroups> groups(
            @PathVariable String process, @QueryString ParkedRequest request, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.ask(new GroupParked(request.valid(valid(process))), read.context(), DeadLetterGroups.class));
    }

    @GetMapping("/{parkedId}")
    @Operation(
            operationId = "inspectParked",
            summary = "Show the event and the steps that a retry would send",
            description = "The retry is made and rolled back: no step is sent.")
    ResponseEntity<DeadLetterInspection> inspect(
            @PathVariable String process, @PathVariable String parkedId, ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(
                new InspectParked(valid(process), known(parkedId)), read.context(), DeadLetterInspection.class));
    }

    @PostMapping("/{parkedId}/retry")
    @Operation(
            operationId = "retryParked",
            summary = "Process a parked event again, and the events that wait behind it")
    ResponseEntity<DeadLetterRetry> retry(
            @PathVariable String process, @PathVariable String parkedId, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.send(new RetryParked(valid(process), known(parkedId)), read.context(), DeadLetterRetry.class));
    }

    @PostMapping("/retry")
    @Operation(
            operationId = "retryAllParked",
            summary = "Process the parked events of all subjects of a filter again, at most 500 subjects at a time")
    ResponseEntity<DeadLetterRetries> retryAll(
            @PathVariable String process, @QueryString ParkedRequest request, ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(
                new RetryAllParked(request.valid(valid(process))), read.context(), DeadLetterRetries.class));
    }

    @DeleteMapping("/{parkedId}")
    @Operation(
            operationId = "discardParked",
            summary = "Discard a parked event; those that wait behind it are processed")
    ResponseEntity<DeadLetter> discard(
            @PathVariable String process,
            @PathVariable String parkedId,
            @QueryString ParkedDiscardReason request,
            ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(
                new DiscardParked(valid(process), known(parkedId), request.given()), read.context(), DeadLetter.class));
    }

    private static String valid(String process) {
        if (!process.matches("[a-z][a-z0-9-]{0,99}")) {
            throw new Refused(new ProcessNotFound(process));
        }
        return process;
    }

    private static String known(String parkedId) {
        if (!parkedId.matches("[A-Za-z0-9-]{1,100}")) {
            throw new Refused(new ParkedEventNotFound(parkedId));
        }
        return parkedId;
    }
}
