package io.ordertrail.query.projection.position;

import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows and tokens as of one moment, so that they belong together however many events come in meanwhile. */
public final class Snapshot {

    private final TransactionTemplate oneMoment;

    public Snapshot(PlatformTransactionManager transactions) {
        this.oneMoment = new TransactionTemplate(transactions);
        // With less, H2 fixes the moment for each table when it is first looked at.
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        // One that is already open may see more from statement to statement.
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
    }

    /** What {@code look} finds. */
    public <T> T read(Supplier<T> look) {
        return oneMoment.execute(status -> look.get());
    }
}
