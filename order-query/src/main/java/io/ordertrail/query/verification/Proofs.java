package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Provable;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invariant I3 for all read models that can be proved alike, in one pass over the events. Rows and tokens are seen as of
 * one moment, so that they belong together however many events come in meanwhile.
 */
final class Proofs {

    private final EventScan events;
    private final List<Provable<?>> models;
    private final Positions positions;
    private final TransactionTemplate oneMoment;

    Proofs(EventScan events, List<Provable<?>> models, Positions positions, PlatformTransactionManager transactions) {
        this.events = events;
        this.models = models;
        this.positions = positions;
        this.oneMoment = new TransactionTemplate(transactions);
        // With less, H2 fixes the moment for each table when it is first looked at.
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        // One that is already open may see more from statement to statement.
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
    }

    List<Check> checks() {
        List<Check> checks = models.isEmpty() ? List.of() : oneMoment.execute(status -> look());
        return checks == null ? List.of() : checks;
    }

    private List<Check> look() {
        List<? extends Proof<?>> proofs = models.stream().map(this::proof).toList();
        long last = proofs.stream().mapToLong(Proof::last).max().orElse(-1);
        long seen = events.forEach(last, event -> proofs.forEach(proof -> proof.take(event)));
        proofs.forEach(Proof::compareRows);
        return proofs.stream().map(proof -> proof.check(seen)).toList();
    }

    private <R> Proof<R> proof(Provable<R> model) {
        return new Proof<>(model, positions.takenIn(model.name()));
    }
}
