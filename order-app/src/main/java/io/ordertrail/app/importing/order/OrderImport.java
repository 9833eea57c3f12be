package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Requests;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.sale.Column;
import io.ordertrail.app.importing.sale.Draft;
import io.ordertrail.app.importing.sale.Drafts;
import io.ordertrail.app.importing.sale.Group;
import io.ordertrail.app.importing.sale.Step;
import io.ordertrail.app.importing.sale.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Imports one order in two goes. In the first it is placed, and what takes its time is begun; in the second, which the
 * first answers, the service is told what happened to it, step by step, until one is refused. An order that the service
 * has with all that the file says of it costs no request.
 */
public final class OrderImport implements Callable<Callable<Outcome>> {

    private final Group group;
    private final Known known;
    private final Context context;

    /**
     * What all orders of an import have in common.
     *
     * @param channel of all orders
     */
    public record Context(
            Drafts drafts,
            Service service,
            PaymentSettler settler,
            Placement placement,
            OrderCompletion completion,
            String channel) {}

    public OrderImport(Group group, Known known, Context context) {
        this.group = group;
        this.known = known;
        this.context = context;
    }

    /** @throws GaveUp the service does not answer; what became of this order is unknown until it is imported again */
    @Override
    public Callable<Outcome> call() throws GaveUp, InterruptedException {
        Draft draft;
        try {
            draft = context.drafts().read(group);
        } catch (Unreadable e) {
            return () -> Outcome.rejected(group, e.flaws());
        }
        Requests requests = Requests.ofOrder(context.service(), context.channel(), draft.ref());
        Optional<KnownOrder> before = known.order(draft.ref());
        if (before.isPresent() && before.get().isAllOf(draft)) {
            Sale sale = new Sale(requests, draft, before.get().order(), Outcome.Result.ALREADY_THERE);
            return () -> Outcome.complete(group, sale);
        }
        Answer prepared = context.settler().prepare(draft);
        if (!prepared.accepted()) {
            return () -> Outcome.rejected(group, ImportProblems.flaws(prepared, group.rows(), Column.CUSTOMER_ID, ""));
        }
        Answer placed = context.placement().place(requests, draft);
        if (placed.accepted()) {
            Outcome.Result since = placed.replayed() ? Outcome.Result.ALREADY_THERE : Outcome.Result.PLACED;
            return begin(new Sale(requests, draft, placed.body(), since));
        }
        boolean taken = placed.code().equals("EXTERNAL_REF_TAKEN");
        if (taken && before.isPresent() && before.get().isCutFrom(draft) && !wasEdited(before.get())) {
            return mend(requests, draft, before.get());
        }
        return () -> Outcome.rejected(group, ImportProblems.flaws(placed, group.rows(), Column.ORDERED_AT, ""));
    }

    private Callable<Outcome> mend(Requests requests, Draft draft, KnownOrder cut) throws GaveUp, InterruptedException {
        OrderCompletion.Mended mended = context.completion().mend(requests, draft, cut);
        if (mended.whole()) {
            return begin(new Sale(requests, draft, mended.answer().body(), Outcome.Result.COMPLETED));
        }
        String prefix = cut.order().path("id").asString("") + " has only " + cut.lineCount() + " of the order's "
                + draft.lines().size() + " lines, left so by an earlier import, and cannot be completed: ";
        List<Flaw> flaws = ImportProblems.flaws(mended.answer(), group.rows(), Column.ORDERED_AT, prefix);
        return () -> Outcome.cut(group, flaws);
    }

    /** What staff took out is not put in again. */
    private boolean wasEdited(KnownOrder order) throws GaveUp, InterruptedException {
        Answer history =
                context.service().get("/orders/" + order.order().path("id").asString("") + "/history");
        return !history.accepted() || history.body().toString().contains("OrderEdited");
    }

    private Callable<Outcome> begin(Sale sale) throws GaveUp, InterruptedException {
        Answer begun = context.settler().begin(sale);
        return begun.accepted() ? () -> goOn(sale, begun) : () -> incomplete(sale, Step.What.PAYMENT, begun);
    }

    private Outcome goOn(Sale sale, Answer begun) throws GaveUp, InterruptedException {
        Reporter reporter = new Reporter(context.service());
        for (Step step : sale.draft().steps()) {
            Answer answer = step.what() == Step.What.PAYMENT
                    ? context.settler().finish(sale, begun)
                    : reporter.tell(step, sale);
            if (!answer.accepted()) {
                return incomplete(sale, step.what(), answer);
            }
        }
        return Outcome.complete(group, sale);
    }

    private Outcome incomplete(Sale sale, Step.What what, Answer refusal) {
        String prefix = "The order was placed as " + sale.orderId() + ", but its " + what.word() + " was refused: ";
        List<Flaw> flaws = ImportProblems.flaws(refusal, group.rows(), what.column(), prefix);
        return Outcome.incomplete(group, sale.sums(), flaws);
    }
}
