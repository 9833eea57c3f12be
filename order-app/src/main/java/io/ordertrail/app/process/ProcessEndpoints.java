package io.ordertrail.app.process;

import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.Processes;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
}
