package io.ordertrail.command.account;

import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.command.payment.provider.ProviderPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which money that orders give back is on its way to an account: asked for by a step, or of its provider, and not
 * answered. These are rows of the database, few at a time.
 */
final class RefundsUnderWay {

    private final JdbcClient jdbc;
    private final EventStore events;

    RefundsUnderWay(JdbcClient jdbc, EventStore events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A payment of which a refund is on its way to the account, if any is. */
    Optional<String> to(String accountId) {
        return Stream.concat(asked(accountId), requested(accountId)).findFirst();
    }

    /** By a step of which the account is the end, or the way that the payment came. */
    private Stream<String> asked(String accountId) {
        List<String[]> steps = jdbc.sql("select step, payload from process_step"
                        + " where step like 'refund/%/deposit/%' or step like 'payment-ask/%/refund-payment/%'")
                .query((row, n) -> new String[] {row.getString(1).split("/", -1)[3], row.getString(2)})
                .list();
        return steps.stream()
                .filter(step -> step[1].contains('"' + accountId + '"')
                        || accountOf(step[0]).equals(accountId))
                .map(step -> step[0]);
    }

    private Stream<String> requested(String accountId) {
        Stream<String> rows = jdbc
                .sql("select task_instance from scheduled_tasks where task_name = 'provider-request'"
                        + " and task_instance like '%:refund:%'")
                .query(String.class)
                .list()
                .stream();
        Stream<String> steps = jdbc
                .sql("select step from process_step where step like ?")
                .param(ProviderPolicy.REFUNDS)
                .query(String.class)
                .list()
                .stream()
                .map(step -> StepId.parse(step).of());
        return Stream.concat(rows, steps)
                .map(PaymentOperation::paymentOf)
                .filter(payment -> accountOf(payment).equals(accountId));
    }

    /** The account that a payment takes its money from; empty where it is another sort of payment. */
    private String accountOf(String paymentId) {
        DomainEventStream stream = events.readEvents(paymentId, 0);
        return stream.hasNext()
                        && stream.next().getPayload() instanceof PaymentInitiated payment
                        && payment.choice().accountId() != null
                ? payment.choice().accountId()
                : "";
    }
}
