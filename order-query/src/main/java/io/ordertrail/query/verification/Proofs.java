package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.table.Provable;
import java.util.List;
import java.util.stream.Stream;

/** Invariant I3 for all read models, in one pass over the events. */
final class Proofs {

    private final EventScan events;
    private final List<Provable<?>> models;
    private final ViewSql sql;
    private final Positions positions;
    private final Snapshot snapshot;

    Proofs(EventScan events, List<Provable<?>> models, ViewSql sql, Positions positions, Snapshot snapshot) {
        this.events = events;
        this.models = models;
        this.sql = sql;
        this.positions = positions;
        this.snapshot = snapshot;
    }

    List<Check> checks() {
        return models.isEmpty() ? List.of() : snapshot.read(this::look);
    }

    private List<Check> look() {
        TableNames live = sql.live();
        List<? extends Proof<?>> proofs = models.stream()
                .filter(model -> live.has(model.name()))
                .map(model -> proof(model.in(live)))
                .toList();
        long last = proofs.stream().mapToLong(Proof::last).max().orElse(-1);
        long seen = events.forEach("rows of views", last, event -> proofs.forEach(proof -> proof.take(event)));
        proofs.forEach(Proof::compareRows);
        return Stream.concat(
                        proofs.stream().map(proof -> proof.check(seen)),
                        models.stream().filter(model -> !live.has(model.name())).map(Proofs::missing))
                .toList();
    }

    private static Check missing(Provable<?> model) {
        Tally tally = new Tally();
        tally.behind(model.name() + " is being made");
        return tally.check("I3", Proof.claim(model.name()));
    }

    private <R> Proof<R> proof(Provable<R> model) {
        return new Proof<>(model, positions.takenIn(model.name()), Proof.MOST_EXPECTED);
    }
}
