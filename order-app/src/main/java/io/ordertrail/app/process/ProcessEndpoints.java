package io.ordertrail.app.process;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.process.ParkedPage;
import io.ordertrail.api.process.ParkedRetry;
import io.ordertrail.api.process.ProcessCommand.DiscardParked;
import io.ordertrail.api.process.ProcessCommand.RetryParked;
import io.ordertrail.api.process.ProcessQuery.ListParked;
import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.ProcessRefusal.ParkedEventNotFound;
import io.ordertrail.api.process.ProcessRefusal.ProcessNotFound;
import io.ordertrail.api.process.Processes;
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
@RequestMapping(path = "/api/v1/admin/processes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Processes")
class ProcessEndpoints {

    private final Dispatch dispatch;

    ProcessEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listProcesses", summary = "List the processes and their positions")
    ResponseEntity<Processes> list(ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListProcesses(), read.context(), Processes.class));
    }

    @GetMapping("/{process}/parked")
    @Operation(operationId = "listParked", summary = "List the parked events, and the events that wait behind them")
    ResponseEntity<ParkedPage> parked(@PathVariable String process, ReadRequest read) {
        return ResponseEntity.ok(dispatch.ask(new ListParked(valid(process)), read.context(), ParkedPage.class));
    }

    @PostMapping("/{process}/parked/{parkedId}/retry")
    @Operation(
            operationId = "retryParked",
            summary = "Process a parked event again, and the events that wait behind it")
    ResponseEntity<ParkedRetry> retry(@PathVariable String process, @PathVariable String parkedId, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.send(new RetryParked(valid(process), known(parkedId)), read.context(), ParkedRetry.class));
    }

    @DeleteMapping("/{process}/parked/{parkedId}")
    @Operation(operationId = "discardParked", summary = "Discard a parked event")
    ResponseEntity<ParkedPage.Item> discard(
            @PathVariable String process,
            @PathVariable String parkedId,
            @QueryString DiscardRequest request,
            ReadRequest read) {
        return ResponseEntity.ok(dispatch.send(
                new DiscardParked(valid(process), known(parkedId), request.given()),
                read.context(),
                ParkedPage.Item.class));
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
