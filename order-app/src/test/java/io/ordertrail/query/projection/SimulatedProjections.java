package io.ordertrail.query.projection;

import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.SharedViews;
import java.util.ArrayList;
import java.util.List;
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

/** The real projections, brought on by whoever calls, instead of by a thread of their own. */
public final class SimulatedProjections {

    private static final int SEGMENT = 0;

    private final ProjectionHandler projector;
    private final List<String> names;
    private final SharedViews shared;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private int done;

    public SimulatedProjections(ListableBeanFactory beans) {
        transactions = beans.getBean(TransactionManager.class);
        tokens = beans.getBean(TokenStore.class);
        shared = beans.getBean(SharedViews.class);
        TransactionTemplate savepoint = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        List<ReadModel<?>> models = new ArrayList<>();
        beans.getBeansOfType(ReadModel.class).values().forEach(models::add);
        names = models.stream().<String>map(ReadModel::name).toList();
        projector = new ProjectionHandler(
                SharedViews.PROCESSOR,
                models,
                beans.getBean(ViewSql.class),
                beans.getBean(Generations.class),
                shared,
                beans.getBean(ParkedTable.class),
                savepoint,
                beans.getBean(CommitSignal.class));
    }

    /** Nothing is stored, and no projection has begun. */
    public void reset() {
        done = 0;
        transactions.executeInTransaction(() -> shared.add(names));
    }

    /**
     * The projections take in what follows in {@code stored}, {@code most} of it at most, in one transaction with their
     * token.
     *
     * @param stored all that is stored, in order
     * @param end runs before it is committed: what it throws rolls it back
     */
    public void takeIn(List<TrackedEventMessage<?>> stored, int most, Runnable end) {
        int to = done + Math.min(stored.size() - done, most);
        if (done == to) {
            return;
        }
        claim(SharedViews.PROCESSOR);
        List<EventMessage<?>> batch = new ArrayList<>(stored.subList(done, to));
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(batch);
        work.attachTransaction(transactions);
        work.onPrepareCommit(w -> {
            tokens.storeToken(stored.get(to - 1).trackingToken(), SharedViews.PROCESSOR, SEGMENT);
            end.run();
        });
        work.executeWithResult(
                        () -> projector.canHandle(work.getMessage()) ? projector.handle(work.getMessage()) : null)
                .getPayload();
        done = to;
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
        transactions.executeInTransaction(() -> {
            if (tokens.fetchSegments(name).length == 0) {
                tokens.initializeTokenSegments(name, 1);
            }
        });
        transactions.executeInTransaction(() -> tokens.fetchToken(name, SEGMENT));
    }
}
