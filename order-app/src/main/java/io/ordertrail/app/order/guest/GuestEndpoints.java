package io.ordertrail.app.order.guest;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.view.OrderQuery.LinkOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.app.order.guest.GuestLinks.Pass;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody without an account follows one order: as its customer sees it, with a link that ends. */
@RestController
@Tag(name = "Orders")
class GuestEndpoints {

    /** The word behind it is a secret, so it is open to who has it, and comes into no log. */
    private static final String GUEST = OrderPaths.API + "/guest/orders";

    private static final Logger LOG = LoggerFactory.getLogger(GuestEndpoints.class);
    private static final int USUAL_DAYS = 30;

    private final Dispatch dispatch;
    private final Orders orders;
    private final GuestLinks links;
    private final Clock clock;

    GuestEndpoints(Dispatch dispatch, Orders orders, GuestLinks links, Clock clock) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.links = links;
        this.clock = clock;
    }

    @PostMapping(
            path = OrderPaths.ORDERS + "/{orderId}/link",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "linkOrder", summary = "Make a link by which the order can be read without an account")
    ResponseEntity<GuestLink> link(@PathVariable String orderId, @RequestBody LinkRequest body, ReadRequest read) {
        OrderView order =
                dispatch.ask(new LinkOrder(Orders.valid(orderId), body.days()), read.context(), OrderView.class);
        Instant end = clock.instant().plus(Duration.ofDays(body.days() == null ? USUAL_DAYS : body.days()));
        LOG.info(
                "A link to {} until {} was made by {}",
                order.id(),
                end,
                read.context().actor());
        String word = links.sign(new Pass(order.id(), order.customerId(), end));
        return ResponseEntity.ok(new GuestLink(GUEST + '/' + word, end));
    }

    @GetMapping(path = GUEST + "/{link}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getOrderByLink", summary = "Read the order of a link, as its customer sees it")
    @Sends(ETAG)
    ResponseEntity<OrderView> read(@PathVariable String link, ReadRequest read) {
        Pass pass = links.read(link)
                .orElseThrow(() -> Rejected.unauthorized("This link is over, or is none of this service."));
        OrderView order = orders.get(pass.orderId(), as(pass, read));
        ResponseEntity<OrderView> answer = read.answer(order.version(), order);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }

    private static ReadRequest as(Pass pass, ReadRequest read) {
        RequestContext asked = read.context();
        Origin origin = Objects.requireNonNull(asked.origin(), "Every request comes from somewhere");
        return new ReadRequest(
                new RequestContext(
                        pass.customerId(),
                        List.of(Role.CUSTOMER.name()),
                        asked.correlationId(),
                        asked.traceId(),
                        null,
                        null,
                        null,
                        new Origin("link", origin.address(), null)),
                read.minVersion(),
                read.conditions());
    }
}
