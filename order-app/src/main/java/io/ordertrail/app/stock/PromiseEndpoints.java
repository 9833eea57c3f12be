package io.ordertrail.app.stock;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is promised, whatever the item. */
@RestController
@Tag(name = "Stock")
class PromiseEndpoints {

    private final Dispatch dispatch;

    PromiseEndpoints(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @GetMapping(path = OrderPaths.API + "/reservations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listAllReservations", summary = "List the reservations of all items, the oldest first")
    @Sends(LINK)
    ResponseEntity<PromiseList> list(@QueryString PromisesQuery query, ReadRequest read, HttpServletRequest request) {
        PromisePage page = dispatch.ask(query.toContract(), read.context(), PromisePage.class);
        PromiseList list = PromiseList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }
}
