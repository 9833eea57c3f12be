package io.ordertrail.app.importing;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Imports one order in two goes. In the first it is placed, and what takes its time is begun; in the second, which the first
 * answers, the service is told what happened to it, step by step, until one is refused.
 */
final class Placing implements Callable<Callable<Outcome>> {

    private final Group group;
    private final Drafts drafts;
    private final Service service;
    private final Settling settling;
    private final String channel;

    Placing(Group group, Drafts drafts, Service service, Settling settling, String channel) {
        this.group = group;
        this.drafts = drafts;
        this.service = service;
        this.settling = settling;
        this.channel = channel;
    }

    /** @throws GaveUp the service does not answer; what became of this order is unknown until it is imported again */
    @Override
    public Callable<Outcome> call() throws GaveUp, InterruptedException {
        Draft draft;
        try {
            draft = drafts.read(group);
        } catch (Unreadable e) {
            return () -> Outcome.rejected(group, e.flaws());
        }
        Requests requests = Requests.ofOrder(service, channel, draft.ref());
        Answer placed = requests.place(draft.placement());
        if (!placed.accepted()) {
            return () -> Outcome.rejected(group, Problems.flaws(placed, group.rows(), Column.ORDERED_AT, ""));
        }
        Sale sale = new Sale(requests, draft, placed, Sums.of(placed.body().path("totals")));
        Answer begun = settling.begin(sale);
        return begun.accepted() ? () -> goOn(sale, begun) : () -> incomplete(sale, Step.What.PAYMENT, begun);
    }

    private Outcome goOn(Sale sale, Answer begun) throws GaveUp, InterruptedException {
        for (Step step : sale.draft().steps()) {
            Answer answer = step.what() == Step.What.PAYMENT
                    ? settling.finish(sale, begun)
                    : sale.requests().take(step, sale.orderId());
            if (!answer.accepted()) {
                return incomplete(sale, step.what(), answer);
            }
        }
        return Outcome.complete(group, sale.placed().replayed(), sale.sums());
    }

    private Outcome incomplete(Sale sale, Step.What what, Answer refusal) {
        String prefix = "The order was placed as " + sale.orderId() + ", but its " + what.word() + " was refused: ";
        List<Flaw> flaws = Problems.flaws(refusal, group.rows(), what.column(), prefix);
        return Outcome.incomplete(group, sale.sums(), flaws);
    }
}
