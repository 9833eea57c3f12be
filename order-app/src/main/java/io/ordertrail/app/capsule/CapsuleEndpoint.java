package io.ordertrail.app.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery.GetCapsule;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.capsule.CapsuleFile;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class CapsuleEndpoint {

    private final Dispatch dispatch;

    CapsuleEndpoint(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping(path = OrderPaths.ORDERS + "/{orderId}/capsule", produces = "application/x-ndjson")
    @Operation(
            operationId = "getCapsule",
            summary = "Write an order, all streams that it touches and what views show of them to a file",
            description = "Personal data is masked. The file can be loaded into an empty service.")
    ResponseEntity<String> get(@PathVariable String orderId, ReadRequest read) throws IOException {
        Capsule capsule = dispatch.ask(new GetCapsule(Orders.valid(orderId)), read.context(), Capsule.class);
        StringWriter file = new StringWriter();
        CapsuleFile.write(capsule, file);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + capsule.orderId() + ".ndjson\"")
                .body(file.toString());
    }
}
