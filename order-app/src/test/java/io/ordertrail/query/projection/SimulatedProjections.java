package io.ordertrail.query.projection;

import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The real projections, each brought on by whoever calls, instead of by a thread of its own. */
public final class SimulatedProjections {

    private static final int SEGMENT = 0;

    private final Map<String, ProjectionHandler<?>> projectors = new LinkedHashMap<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private final TransactionManager transactions;
    private final TokenStore tokens;

    public SimulatedProjections(ListableBeanFactory beans) {
        ParkedTable parked = beans.getBean(ParkedTable.class);
        transactions = beans.getBean(TransactionManager.class);
        tokens = beans.getBean(TokenStore.class);
        TransactionTemplate savepoint = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        CommitSignal commits = beans.getBean(CommitSignal.class);
        for (ReadModel<?> model : beans.getBeansOfType(ReadModel.class).values()) {
            projectors.put(model.name(), new ProjectionHandler<>(model, parked, savepoint, commits));
        }
    }

    public List<String> names() {
        return List.copyOf(projectors.keySet());
    }

    /** Nothing is stored, and no projection has begun. */
    public void reset() {
        done.clear();
    }

    /**
     * The projection {@code name} takes in what follows in {@code stored}, {@code most} of it at most, in one
     * transaction with its token.
     *
     * @param stored all that is stored, in order
     * @param end runs before it is committed: what it throws rolls it back
     */
    public void takeIn(String name, List<TrackedEventMessage<?>> stored, int most, Runnable end) {
        int from = done.getOrDefault(name, 0);
        int to = from + Math.min(stored.size() - from, most);
        if (from == to) {
            return;
        }
        claim(name);
        ProjectionHandler<?> projector = projectors.get(name);
        List<EventMessage<?>> batch = new ArrayList<>(stored.subList(from, to));
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(batch);
        work.attachTransaction(transactions);
        work.onPrepareCommit(w -> {
            tokens.storeToken(stored.get(to - 1).trackingToken(), name, SEGMENT);
            end.run();
        });
        work.executeWithResult(
                        () -> projector.canHandle(work.getMessage()) ? projector.handle(work.getMessage()) : null)
                .getPayload();
        done.put(name, to);
    }

    /** Says that processor {@code name}, which is none of the projections, has come to the end of {@code stored}. */
    public void atEnd(String name, List<TrackedEventMessage<?>> stored) {
        if (!stored.isEmpty()) {
            claim(name);
            TrackingToken last = stored.get(stored.size() - 1).trackingToken();
            transactions.executeInTransaction(() -> tokens.storeToken(last, name, SEGMENT));
        }
    }

    /** In a transaction of its own, as Axon commits the rows that it begins with by itself. */
    private void claim(String name) {
        if (done.putIfAbsent(name, 0) == null) {
            transactions.executeInTransaction(() -> tokens.initializeTokenSegments(name, 1));
        }
        transactions.executeInTransaction(() -> tokens.fetchToken(name, SEGMENT));
    }
}
