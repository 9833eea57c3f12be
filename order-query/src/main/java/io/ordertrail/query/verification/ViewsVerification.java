package io.ordertrail.query.verification;

import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.query.projection.position.CommitSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Compares the read side with the events (invariants I3, I4, I6 and the checks of each subject), and reports
 * differences.
 */
final class ViewsVerification {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HeadPositions heads;
    private final Proofs proofs;
    private final List<InvariantCheck> more;
    private final CommitSignal commits;

    ViewsVerification(HeadPositions heads, Proofs proofs, List<InvariantCheck> more, CommitSignal commits) {
        this.heads = heads;
        this.proofs = proofs;
        this.more = more;
        this.commits = commits;
    }

    @QueryHandler
    Verification verify(VerifyViews query) {
        long head = heads.head();
        commits.await(() -> heads.runnersHaveReached(head), PATIENCE);
        List<Projections.Item> projections = heads.items(head);
        List<Check> checks = new ArrayList<>(proofs.checks());
        more.forEach(each -> checks.addAll(each.check()));
        checks.add(positions(projections));
        checks.add(deadLetters(projections));
        return new Verification(checks);
    }

    private Check positions(List<Projections.Item> projections) {
        Tally tally = new Tally();
        for (Projections.Item each : projections) {
            tally.checked(1);
            if (each.position() < each.head()) {
                String where = each.name() + " is at " + each.position() + ", the last event is " + each.head();
                if (each.error() == null) {
                    tally.behind(where);
                } else {
                    tally.breach(where + "; it fails with: " + each.error());
                }
            }
            heads.hiddenBehind(each.name())
                    .forEach(position -> tally.breach(each.name() + " has passed event " + position + " by"));
        }
        return tally.check("I6", "every projection has processed every event");
    }

    private static Check deadLetters(List<Projections.Item> projections) {
        Tally tally = new Tally();
        for (Projections.Item each : projections) {
            tally.checked(each.deadLetters());
            for (long letter = 0; letter < each.deadLetters(); letter++) {
                tally.breach(each.name() + " has parked " + each.deadLetters() + " events");
            }
        }
        return tally.check("I6", "no event is parked");
    }
}
