package io.ordertrail.app.process;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.process.ProcessCommand.RetryStep;
import io.ordertrail.api.process.ProcessCommand.TakeOverStep;
import io.ordertrail.api.process.ProcessQuery.ListSteps;
import io.ordertrail.api.process.ProcessRefusal.StepNotFound;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.process.step.StepId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/steps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Processes")
class StepEndpoints {

    private final Dispatch dispatch;

    StepEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping
    @Operation(operationId = "listSteps", summary = "List the steps that processes have not sent yet, the oldest first")
    @Sends(LINK)
    ResponseEntity<StepList> list(@QueryString StepsRequest request, ReadRequest read, HttpServletRequest http) {
        ListSteps query = request.toContract();
        StepList list = StepList.of(dispatch.ask(query, read.context(), StepPage.class), query.limit());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(http))
                .body(list);
    }

    @PostMapping("/{stepId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "retryStep", summary = "Try a step now")
    ResponseEntity<StepPage.Item> retry(@PathVariable String stepId, ReadRequest read) {
        return ResponseEntity.accepted()
                .body(dispatch.send(new RetryStep(named(stepId)), read.context(), StepPage.Item.class));
    }

    @PostMapping("/{stepId}/takeover")
    @Operation(
            operationId = "takeOverStep",
            summary = "Take over a step that was settled in another way: it is not sent any more")
    ResponseEntity<StepPage.Item> takeOver(@PathVariable String stepId, @RequestBody TakeOver body, ReadRequest read) {
        return ResponseEntity.ok(
                dispatch.send(new TakeOverStep(named(stepId), body.reason()), read.context(), StepPage.Item.class));
    }

    private static String named(String stepId) {
        return StepId.textOf(stepId).orElseThrow(() -> new Refused(new StepNotFound(stepId)));
    }
}
