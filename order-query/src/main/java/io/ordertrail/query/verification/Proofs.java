package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Provable;
import java.util.List;

/** Invariant I3 for all read models, in one pass over the events. */
final class Proofs {

    private final EventScan events;
    private final List<Provable<?>> models;
    private final Positions positions;
    private final Snapshot snapshot;

    Proofs(EventScan events, List<Provable<?>> models, Positions positions, Snapshot snapshot) {
        this.events = events;
        this.models = models;
        this.positions = positions;
        this.snapshot = snapshot;
    }

    List<Check> checks() {
        return models.isEmpty() ? List.of() : snapshot.read(this::look);
    }

    private List<Check> look() {
        List<? extends Proof<?>> proofs = models.stream().map(this::proof).toList();
        long last = proofs.stream().mapToLong(Proof::last).max().orElse(-1);
        long seen = events.forEach("rows of views", last, event -> proofs.forEach(proof -> proof.take(event)));
        proofs.forEach(Proof::compareRows);
        return proofs.stream().map(proof -> proof.check(seen)).toList();
    }

    private <R> Proof<R> proof(Provable<R> model) {
        return new Proof<>(model, positions.takenIn(model.name()), Proof.MOST_EXPECTED);
    }
}
