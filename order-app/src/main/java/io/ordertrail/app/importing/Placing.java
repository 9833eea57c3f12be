package io.ordertrail.app.importing;

import java.util.List;
import java.util.concurrent.Callable;

/** Imports one order: places it, then tells what happened to it, step by step, until one is refused. */
final class Placing implements Callable<Outcome> {

    private final Group group;
    private final Drafts drafts;
    private final Service service;
    private final String channel;

    Placing(Group group, Drafts drafts, Service service, String channel) {
        this.group = group;
        this.drafts = drafts;
        this.service = service;
        this.channel = channel;
    }

    /** @throws GaveUp the service does not answer; what became of this order is unknown until it is imported again */
    @Override
    public Outcome call() throws GaveUp, InterruptedException {
        Draft draft;
        try {
            draft = drafts.read(group);
        } catch (Unreadable e) {
            return Outcome.rejected(group, e.flaws());
        }
        Requests requests = new Requests(service, channel, draft.ref());
        Answer placed = requests.place(draft.placement());
        if (!placed.accepted()) {
            return Outcome.rejected(group, Problems.flaws(placed, group.rows(), Column.ORDERED_AT, ""));
        }
        Sums sums = Sums.of(placed.body().path("totals"));
        for (Step step : draft.steps()) {
            Answer answer = requests.take(step, placed.id(), sums);
            if (!answer.accepted()) {
                String prefix = "The order was placed as " + placed.id() + ", but its "
                        + step.what().word() + " was refused: ";
                List<Flaw> flaws =
                        Problems.flaws(answer, group.rows(), step.what().column(), prefix);
                return Outcome.incomplete(group, sums, flaws);
            }
        }
        return Outcome.complete(group, placed.replayed(), sums);
    }
}
