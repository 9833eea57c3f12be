package io.ordertrail.app.order.guest;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;

import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.view.OrderQuery.LinkOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.app.access.Bearers;
import io.ordertrail.app.access.FailedAttempts;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.http.problem.Caller;
import io.ordertrail.app.http.problem.Rejected;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.app.order.guest.GuestLinks.Pass;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.message.RequestContext.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

    /** Open to everybody: who has the word of an order shows it here. */
    private static final String GUEST = OrderPaths.API + "/guest/orders";

    private static final Logger LOG = LoggerFactory.getLogger(GuestEndpoints.class);
    private static final int USUAL_DAYS = 30;

    private final Dispatch dispatch;
    private final Orders orders;
    private final GuestLinks links;
    private final FailedAttempts attempts;
    private final Clock clock;

    GuestEndpoints(Dispatch dispatch, Orders orders, GuestLinks links, FailedAttempts attempts, Clock clock) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.links = links;
        this.attempts = attempts;
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
        String word = links.sign(new Pass(order.id(), order.number(), order.customerId(), end));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new GuestLink(order.number(), word, end, GUEST + '/' + order.number() + '#' + word));
    }

    @GetMapping(path = GUEST + "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getOrderAsGuest",
            summary = "Read the order that the word of a guest is for, as its customer sees it",
            description = "The word of the link is shown in a header, Authorization: Bearer …")
    @Sends(ETAG)
    ResponseEntity<OrderView> read(@PathVariable String number, ReadRequest read, HttpServletRequest request) {
        String word = Caller.single(request, HttpHeaders.AUTHORIZATION)
                .flatMap(Bearers::secret)
                .orElse("");
        Pass pass = attempts.found(
                request.getRemoteAddr(),
                word,
                () -> links.read(word).filter(known -> known.number().equals(number)),
                () -> Rejected.unauthorized(
                        "The word of the link is over, or is not for this order:" + " Authorization: Bearer …"));
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
