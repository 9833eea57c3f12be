package io.ordertrail.command.returns;

import static io.ordertrail.command.returns.ReturnScenario.*;

import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.RecordReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.order.StoredOrder;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** A return of three tees and a cap. Tees are kept as stock, caps are not. */
abstract class ReturnProcessScenario {

    static final ReturnInspected ALL_WELL =
            inspected("17.50", verdict("1", 3, Disposition.RESTOCK), verdict("2", 1, Disposition.RESTOCK));

    final RecordedSteps steps = new RecordedSteps();
    final StoredOrder order = new StoredOrder(ORDER).placed("TEE-M", "CAP");
    private final SagaTestFixture<ReturnProcess> fixture = new SagaTestFixture<>(ReturnProcess.class);

    ReturnProcessScenario() {
        Set<String> tracked = Set.of("TEE-M");
        fixture.registerResource(steps);
        fixture.registerResource(order.money());
        fixture.registerResource(new Restocking(
                skus -> skus.stream().filter(tracked::contains).collect(Collectors.toUnmodifiableSet())));
    }

    /** The return was asked for, and then this happened; what was sent by then is forgotten. */
    ContinuedGivenState given(Object... events) {
        ContinuedGivenState given = givenA(REQUESTED);
        for (Object event : events) {
            given = given.andThenAPublished(event);
        }
        steps.forget();
        return given;
    }

    ContinuedGivenState givenA(ReturnRequested request) {
        return fixture.givenAPublished(request);
    }

    FixtureExecutionResult requested() {
        return fixture.givenNoPriorActivity().whenPublishingA(REQUESTED);
    }

    static StepId step(String what) {
        return StepId.first("return", ID, what);
    }

    static RefundPayment refundOf(String paymentId, int number, String amount) {
        return new RefundPayment(paymentId, ID + ":" + number, eur(amount), "RETURN");
    }

    static PaymentRefunded back(String paymentId, int number, String amount) {
        return new PaymentRefunded(paymentId, ORDER, ID + ":" + number, "ref", eur(amount), NOW);
    }

    static RefundFailed failed(String paymentId, int number, String amount) {
        return new RefundFailed(paymentId, ORDER, ID + ":" + number, eur(amount), "Card expired", NOW);
    }

    static Deposit credit(String accountId, int number, String amount) {
        return new Deposit(accountId, ID + ":" + number, MovementKind.REFUND, eur(amount), ID, ORDER, null);
    }

    static Deposited credited(int number, String amount) {
        return new Deposited(ACCOUNT, ID + ":" + number, MovementKind.REFUND, eur(amount), "@refunds", ID, ORDER, NOW);
    }

    static RecordReturnRefunded refunded(String amount, String to) {
        return new RecordReturnRefunded(ID, eur(amount), to);
    }

    static StepRefused refused(String step) {
        return new StepRefused("return", ID, step, "", 1, "SOME_RULE", "Some rule says no.", NOW);
    }

    static ReportProblem problem(String rest) {
        return stuck("EUR " + rest + " of " + ID + " could not be given back.");
    }

    static ReportProblem problem(String rest, String byHand) {
        return stuck("EUR " + rest + " of " + ID + " could not be given back. EUR " + byHand
                + " came another way: give it back by hand, then ask for the refund again.");
    }

    private static ReportProblem stuck(String words) {
        return new ReportProblem(ORDER, ID + ":refund", "REFUND_FAILED", words);
    }
}
