package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.SANDBOX;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.line;
import static io.ordertrail.command.fulfilment.Story.placed;
import static io.ordertrail.command.fulfilment.Story.step;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** The money of an order that is worth 55.00: 2 shirts at 20.00, 1 cap at 10.00, shipping 5.00. */
abstract class SettlementScenario {

    static final Instant EXPIRY = NOW.plus(Duration.ofDays(7));
    static final String CANCELLED = "The order was cancelled: CUSTOMER";
    static final String RETURN = OrderId.returned(ORDER, "return") + ":1";
    static final String REFUND = "fulfilment:" + PAYMENT + ":1";

    final RecordedSteps steps = new RecordedSteps();
    private final List<Object> happened = new ArrayList<>();
    private final SagaTestFixture<Settlement> fixture = new SagaTestFixture<>(Settlement.class);

    SettlementScenario() {
        fixture.registerResource(steps);
        fixture.registerResource(new Worths() {
            @Override
            public Worth asOf(String orderId, long version) {
                return worth();
            }

            @Override
            public Optional<OrderCancelled> cancellationOf(String orderId) {
                return StoredWorths.cancellation(happened.stream());
            }
        });
        fixture.givenCurrentTime(NOW);
    }

    /** Of all that has happened to the order so far. */
    private Worth worth() {
        Worth worth = null;
        for (Object event : happened) {
            worth = StoredWorths.fold(worth, event);
        }
        return worth;
    }

    FixtureExecutionResult after(Object... events) {
        return afterPlacing(placed(PaymentTerms.AUTH_FIRST), events);
    }

    FixtureExecutionResult afterPlacing(OrderCreated order, Object... events) {
        happened.add(order);
        for (int i = 0; i < events.length - 1; i++) {
            happened.add(events[i]);
            fixture.givenAggregate(ORDER).published(events[i]);
        }
        steps.forget();
        Object last = events[events.length - 1];
        happened.add(last);
        return fixture.whenAggregate(ORDER).publishes(last);
    }

    static StepId capture(int number) {
        return step("capture:" + number + ":" + PAYMENT);
    }

    static StepId refund(int attempt) {
        return step("refund:" + PAYMENT + ":" + attempt);
    }

    static StepRefused busy(StepId step) {
        return new StepRefused(
                step.process(),
                step.subject(),
                step.kind(),
                step.of(),
                step.number(),
                "OPERATION_IN_PROGRESS",
                "Wait.",
                NOW);
    }

    static PaymentInitiated initiated() {
        return new PaymentInitiated(PAYMENT, ORDER, SANDBOX, eur("55.00"), false, null, NOW);
    }

    static PaymentInitiated manual() {
        return new PaymentInitiated(PAYMENT, ORDER, PaymentChoice.manual(), eur("55.00"), true, "bank-1", NOW);
    }

    static PaymentAuthorized authorized(String amount) {
        return new PaymentAuthorized(PAYMENT, ORDER, "key", "ref", eur(amount), EXPIRY, NOW);
    }

    static PaymentDeclined declined() {
        return new PaymentDeclined(PAYMENT, ORDER, "key", eur("55.00"), "no cover", NOW);
    }

    static PaymentCaptureRequested asked(String amount) {
        return new PaymentCaptureRequested(PAYMENT, ORDER, "key", eur(amount), null, NOW);
    }

    static PaymentCaptured captured(String amount, String shipmentId) {
        return new PaymentCaptured(PAYMENT, ORDER, "key", "ref", eur(amount), shipmentId, NOW);
    }

    static String ours(int attempt) {
        return "fulfilment:" + PAYMENT + ":" + attempt;
    }

    static String debt(int number) {
        return "refund:" + PAYMENT + ":" + number;
    }

    static ReportProblem due(String amount, int number, String why) {
        return new ReportProblem(
                ORDER,
                debt(number),
                "REFUND_DUE",
                "EUR " + amount + " came another way and must be given back by hand. " + why);
    }

    static RefundRequested refundAsked(String refundId, String amount) {
        return new RefundRequested(PAYMENT, ORDER, refundId, "key", eur(amount), null, NOW);
    }

    static RefundFailed refundFailed(int attempt, String amount) {
        return new RefundFailed(PAYMENT, ORDER, ours(attempt), eur(amount), "closed", NOW);
    }

    static PaymentRefunded refunded(String refundId, String amount) {
        return new PaymentRefunded(PAYMENT, ORDER, refundId, "r", eur(amount), NOW);
    }

    /** To the cap and nothing else, whatever that costs now. */
    static OrderEdited edited(String grand) {
        Totals totals = new Totals(eur(grand), eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur(grand));
        return new OrderEdited(
                ORDER, "edit-1", List.of(line("2", "CAP", 1, grand, grand)), totals, eur("0.00"), List.of(), NOW);
    }

    static OrderLinesCancelled linesCancelled(String lineId, int quantity, String worth) {
        return new OrderLinesCancelled(
                ORDER,
                List.of(new CancelledLine(lineId, quantity, eur(worth))),
                eur(worth),
                CancellationReason.UNAVAILABLE,
                null,
                NOW);
    }

    static PaymentCaptured manuallyCaptured(String amount) {
        return new PaymentCaptured(PAYMENT, ORDER, null, null, eur(amount), null, NOW);
    }
}
