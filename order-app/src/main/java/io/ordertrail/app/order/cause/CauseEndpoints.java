package io.ordertrail.app.order.cause;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderQuery.GetCauses;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = OrderPaths.ORDERS + "/{orderId}/causes")
@Tag(name = "Explanations")
class CauseEndpoints {

    private static final String SVG = "image/svg+xml";

    private final Dispatch dispatch;

    CauseEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getCauses",
            summary = "What followed from what: requests, and the events of the order and all that belongs to it")
    @Sends(ETAG)
    ResponseEntity<OrderCauses> causes(@PathVariable String orderId, ReadRequest read) {
        OrderCauses causes = ask(orderId, read);
        return read.answer(causes.version(), causes);
    }

    @GetMapping(path = "/drawing", produces = SVG)
    @Operation(operationId = "drawCauses", summary = "The same as a drawing, which a browser shows")
    String drawing(@PathVariable String orderId, ReadRequest read) {
        return new CausePicture(ask(orderId, read)).svg();
    }

    private OrderCauses ask(String orderId, ReadRequest read) {
        return dispatch.ask(new GetCauses(Orders.valid(orderId)), read.context(), OrderCauses.class);
    }
}
