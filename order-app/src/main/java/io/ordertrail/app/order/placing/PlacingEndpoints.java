package io.ordertrail.app.order.placing;

import static io.ordertrail.app.http.openapi.Sends.Header.ETAG;
import static io.ordertrail.app.http.openapi.Sends.Header.LOCATION;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyRefusal.TotalMismatch;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.view.OrderQuery.QuoteOrder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.Quote;
import io.ordertrail.app.http.exchange.BatchRunner;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.OrderPaths;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = OrderPaths.ORDERS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class PlacingEndpoints {

    private static final String WEB = "WEB";

    private final Orders orders;
    private final Dispatch dispatch;
    private final BatchRunner batch;
    private final Admission admission;

    PlacingEndpoints(Orders orders, Dispatch dispatch, BatchRunner batch, Admission admission) {
        this.admission = admission;
        this.orders = orders;
        this.dispatch = dispatch;
        this.batch = batch;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "placeOrder", summary = "Place an order")
    @Sends({ETAG, LOCATION})
    ResponseEntity<OrderView> place(@RequestBody PlaceOrder body, WriteRequest write) {
        ChangeAnswer<OrderView> placed = placed(body, write);
        return placed.created(OrderPaths.of(placed.body().id()));
    }

    @PostMapping(path = "/batch", consumes = BatchRunner.MEDIA_TYPE, produces = BatchRunner.MEDIA_TYPE)
    @Operation(
            operationId = "placeOrders",
            summary = "Place up to 1000 orders: one JSON document on each line, with an idempotencyKey of its own",
            description =
                    "The answer has one line for each line: its number, the status that it would have got alone, and the order or the problem.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = BatchRunner.MEDIA_TYPE, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = BatchRunner.MEDIA_TYPE, schema = @Schema(type = "string")))
    void placeMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        batch.run(request, response, PlaceOrder.class, this::placed);
    }

    private ChangeAnswer<OrderView> placed(PlaceOrder body, WriteRequest write) {
        MoneyMapper meaning = new MoneyMapper();
        Basket basket = Basket.of(body.currency(), body.lines(), body.shipping(), body.discount(), meaning);
        Money expected = meaning.optional(body.expectedTotal(), basket.currency(), "/expectedTotal");
        meaning.orRefuse();
        admission.admit();
        String orderId = OrderId.of(write.seed());
        return orders.place(
                new CreateOrder(
                        orderId,
                        body.externalRef(),
                        Objects.requireNonNullElse(body.channel(), WEB),
                        body.customerId(),
                        basket.currency(),
                        Objects.requireNonNullElse(body.paymentTerms(), PaymentTerms.AUTH_FIRST),
                        basket.lines(),
                        basket.shipping(),
                        basket.discount(),
                        expected,
                        PlaceOrder.toContract(body.shippingAddress()),
                        PlaceOrder.toContract(body.billingAddress()),
                        body.payment() == null ? null : body.payment().toContract(),
                        Objects.requireNonNullElse(body.metadata(), Map.of()),
                        body.at()),
                write);
    }

    @PostMapping(path = "/quote", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "quoteOrder", summary = "Price an order without placing it; nothing is written")
    ResponseEntity<Quote> quote(@RequestBody PriceOrder body, ReadRequest read) {
        MoneyMapper meaning = new MoneyMapper();
        Basket basket = Basket.of(body.currency(), body.lines(), body.shipping(), body.discount(), meaning);
        Money expected = meaning.optional(body.expectedTotal(), basket.currency(), "/expectedTotal");
        meaning.orRefuse();
        Quote quote = dispatch.ask(
                new QuoteOrder(basket.currency(), basket.lines(), basket.shipping(), basket.discount()),
                read.context(),
                Quote.class);
        if (expected != null && !expected.isEqual(quote.totals().grand())) {
            throw new Refused(new TotalMismatch(expected, quote.totals().grand()));
        }
        return ResponseEntity.ok(QuotedStock.add(quote, dispatch, read));
    }
}
