package io.ordertrail.axon.process.step;

import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.process.EventSubject;
import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.process.PolicyGroup;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real policies and the real runner of steps, done one at a time by whoever calls, instead of by threads of their
 * own.
 */
public final class SimulatedProcesses {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int STUCK_AFTER = 5;

    private final JdbcClient jdbc;
    private final StepTable table;
    private final StepRunner runner;
    private final PolicyGroup policies;
    private final EventSubject subjects = new EventSubject();
    private final TransactionManager transactions;

    /** @param way how the command of a step is sent, with {@link Dispatch} */
    public SimulatedProcesses(ListableBeanFactory beans, BiConsumer<Object, MetaData> way) {
        jdbc = beans.getBean(JdbcClient.class);
        table = beans.getBean(StepTable.class);
        transactions = beans.getBean(TransactionManager.class);
        StepJson json = beans.getBean(StepJson.class);
        runner = new StepRunner(
                table,
                json,
                new Sender(json, way::accept),
                beans.getBean(OutcomePublisher.class),
                new BackOff(FIRST_DELAY, LONGEST_DELAY, STUCK_AFTER),
                beans.getBean(Clock.class),
                beans.getBean(InFlight.class),
                () -> beans.getBean(Waker.class));
        policies = group(beans);
    }

    private static PolicyGroup group(ListableBeanFactory beans) {
        Configuration axon = beans.getBean(Configuration.class);
        List<EventMessageHandler> handlers = new ArrayList<>();
        beans.getBeanProvider(Policy.class)
                .orderedStream()
                .forEach(policy -> handlers.add(new AnnotationEventHandlerAdapter(
                        policy.handlers(),
                        axon.parameterResolverFactory(),
                        axon.handlerDefinition(policy.handlers().getClass()))));
        return new PolicyGroup(handlers);
    }

    /** A step as it was read from its row, by a node that is going to send it. */
    public record Taken(String name, Object row) {}

    /** The subjects of which a step may be sent at {@code now}, in order. */
    public List<String> dueSubjects(Instant now) {
        return jdbc.sql(
                        "select distinct s.subject from process_step s where s.due_at <= ? and (s.queued = false or not exists"
                                + " (select 1 from process_step h where h.subject = s.subject and h.queued = true and h.seq < s.seq))"
                                + " order by s.subject")
                .param(Timestamp.from(now))
                .query(String.class)
                .list();
    }

    public Optional<Taken> next(String subject, Instant now) {
        return table.next(subject, now).map(step -> new Taken(step.text(), step));
    }

    /** Sends it, whatever became of its row since it was read. */
    public void send(Taken step) {
        runner.send((WaitingStep) step.row());
    }

    /** When the next of all steps that may be sent is due; empty where none waits. */
    public Optional<Instant> nextDue() {
        return jdbc.sql("select distinct subject from process_step").query(String.class).list().stream()
                .flatMap(subject -> table.nextDue(subject).stream())
                .min(Instant::compareTo);
    }

    /** In whose turn {@code event} is taken in. */
    public String subject(EventMessage<?> event) {
        return subjects.getSequenceIdentifierFor(event);
    }

    public boolean concerns(EventMessage<?> event) {
        return policies.canHandle(event);
    }

    /**
     * Takes in {@code batch} in one transaction.
     *
     * @param end runs at its end, before it is committed: what it throws rolls it back
     */
    public void takeIn(List<EventMessage<?>> batch, Runnable end) {
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(batch);
        work.onCommit(done -> end.run());
        work.attachTransaction(transactions);
        work.executeWithResult(() -> policies.handle(work.getMessage())).getPayload();
    }
}
