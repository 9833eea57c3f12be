package io.ordertrail.app.payment;

import static io.ordertrail.app.http.openapi.Sends.Header.LINK;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.view.AskedOperation;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.OrderPayments;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentQuery.GetPayments;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.exchange.ChangeAnswer;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.exchange.WriteRequest;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.input.QueryString;
import io.ordertrail.app.http.openapi.Answers;
import io.ordertrail.app.http.openapi.OfVersion;
import io.ordertrail.app.http.openapi.Sends;
import io.ordertrail.app.order.Orders;
import io.ordertrail.axon.message.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments of an order: records money that arrived, or asks providers for money. */
@RestController
@Tag(name = "Payments")
class PaymentEndpoints {

    private final Orders orders;
    private final Payments payments;
    private final Dispatch dispatch;

    PaymentEndpoints(Orders orders, Payments payments, Dispatch dispatch) {
        this.orders = orders;
        this.payments = payments;
        this.dispatch = dispatch;
    }

    @PostMapping(
            path = PaymentPaths.OF_ORDER,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recordPayment",
            summary = "Record money that has arrived for the order, or ask a provider for it",
            description =
                    "201: it is recorded, or it is known whether the money is promised or will not come. 202: it goes on; the"
                            + " payment at the Location tells how it ends.")
    @Answers({HttpStatus.CREATED, HttpStatus.ACCEPTED})
    ResponseEntity<PaymentView> pay(
            @PathVariable String orderId, @RequestBody PaymentRequest body, WriteRequest write) {
        String paymentId = OrderId.payment(Orders.valid(orderId), write.seed());
        OrderCommand command = body.method().equals(PaymentChoice.MANUAL)
                ? recorded(orderId, paymentId, body)
                : asked(orderId, paymentId, body);
        boolean replayed = orders.change(command, write).replayed();
        PaymentView payment = payments.begun(paymentId, write);
        ChangeAnswer<PaymentView> answer = new ChangeAnswer<>(payment, payment.version(), replayed);
        String path = PaymentPaths.of(paymentId);
        return payment.status() == PaymentStage.INITIATED ? answer.accepted(path) : answer.created(path);
    }

    @GetMapping(path = PaymentPaths.PAYMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listAllPayments", summary = "List payments of all orders, the newest first, page by page")
    @Sends(LINK)
    ResponseEntity<PaymentList> listAll(
            @QueryString PaymentsQuery query, ReadRequest read, HttpServletRequest request) {
        PaymentPage page = dispatch.ask(query.toContract(), read.context(), PaymentPage.class);
        PaymentList list = PaymentList.of(page, query.page().size());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, list.page().links(request))
                .body(list);
    }

    @GetMapping(path = PaymentPaths.OF_ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPayments", summary = "Read the payments of an order")
    @OfVersion
    ResponseEntity<OrderPayments> list(@PathVariable String orderId, ReadRequest read) {
        OrderView order = orders.stored(orderId, read);
        // By their ids, which the order itself knows before any view does.
        List<String> ids = Stream.concat(
                        order.payments().stream().map(OrderView.Payment::id),
                        order.asks().stream()
                                .filter(ask -> ask.operation() != AskedOperation.KEEP)
                                .map(OrderView.Ask::subject))
                .distinct()
                .toList();
        return ResponseEntity.ok(dispatch.ask(new GetPayments(ids), read.context(), OrderPayments.class));
    }

    private static RecordPayment recorded(String orderId, String paymentId, PaymentRequest body) {
        MoneyMapper meaning = new MoneyMapper();
        if (body.amount() == null) {
            meaning.fault("/amount", FaultCode.REQUIRED, "amount must say how much has arrived.");
            meaning.orRefuse();
            throw new IllegalStateException("A fault was found");
        }
        Money amount = meaning.money(body.amount(), "/amount");
        meaning.orRefuse();
        return new RecordPayment(orderId, paymentId, amount, body.reference(), body.at());
    }

    private static PayOrder asked(String orderId, String paymentId, PaymentRequest body) {
        MoneyMapper meaning = new MoneyMapper();
        Money amount = body.amount() == null ? null : meaning.money(body.amount(), "/amount");
        if (body.at() != null) {
            meaning.fault("/at", FaultCode.NOT_ALLOWED, "at is for MANUAL only: a provider is asked now.");
        }
        if (body.reference() != null) {
            meaning.fault("/reference", FaultCode.NOT_ALLOWED, "The provider has its own reference.");
        }
        meaning.orRefuse();
        PaymentChoice choice = new PaymentChoice(body.method(), body.accountId(), body.token());
        return new PayOrder(orderId, paymentId, choice, amount);
    }
}
