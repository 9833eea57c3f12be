package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.message.RequestRefusal.NotYet;
import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCourseCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderCourseRefusal.ProblemNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.ProblemStands;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.payment.PaymentChoice;
import org.junit.jupiter.api.Test;

/** What needs a person, and what is over. */
class ProblemTest extends OrderScenario {

    private static final OrderProblemReported OPEN =
            new OrderProblemReported(ORDER, "p-1", "STEP_STUCK", "The refund does not go through.", NOW);
    private static final OrderProblemResolved RESOLVED = new OrderProblemResolved(ORDER, "p-1", "done by hand", NOW);

    @Test
    void a_problem_is_open_until_it_is_resolved() {
        given(created(), cancelled()).by("SERVICE").when(report("p-1")).then(OPEN);
        given(created(), OPEN).by("SERVICE").when(report("p-1")).changesNothing(1);
        given(created(), OPEN).when(resolve("p-1")).then(RESOLVED);
        given(created(), OPEN).by("SERVICE").when(resolve("p-1")).then(RESOLVED);
        given(created(), OPEN, RESOLVED).by("SERVICE").when(report("p-1")).then(OPEN);
    }

    @Test
    void the_id_of_a_problem_can_stand_in_a_path() {
        given(created()).by("SERVICE").when(report("a/b")).faulty("/problemId MALFORMED");
    }

    @Test
    void what_is_resolved_twice_is_resolved_and_what_never_was_is_unknown() {
        given(created()).when(resolve("p-1")).refused(new ProblemNotFound("p-1"));
        given(created(), OPEN, RESOLVED).when(resolve("p-1")).changesNothing(2);
        given(created()).by("SERVICE").when(resolve("p-1")).changesNothing(0);
    }

    @Test
    void a_problem_of_the_orders_own_state_is_not_resolved_by_saying_so() {
        given(created()).when(resolve("refund-due:1.00")).refused(new ProblemStands("refund-due:1.00"));
    }

    @Test
    void the_service_reports_and_not_just_anybody_resolves() {
        given(created()).when(report("p-1")).forbidden();
        given(created(), OPEN).by("CUSTOMER").when(resolve("p-1")).forbidden();
    }

    @Test
    void an_order_that_is_still_pending_expires() {
        given(created())
                .by("SERVICE")
                .when(new ExpireOrder(ORDER))
                .then(new OrderExpired(ORDER, NOW), new OrderCancelled(ORDER, CancellationReason.EXPIRED, null, NOW));
    }

    @Test
    void an_order_does_not_expire_while_somebody_looks_at_it_or_nobody_knows_whether_it_is_paid() {
        given(created(), held())
                .by("SERVICE")
                .when(new ExpireOrder(ORDER))
                .refused(new NotYet("The order is on hold, and does not expire meanwhile."));
        given(created(), new PaymentAsked(ORDER, payment(1), "c-1", PaymentChoice.sandbox("ok"), eur(TOTAL), LATER))
                .by("SERVICE")
                .when(new ExpireOrder(ORDER))
                .refused(new NotYet("A payment has no answer yet, and the order does not expire meanwhile."));
    }

    @Test
    void an_order_that_is_no_longer_pending_does_not_expire() {
        given(created(), captured(TOTAL), confirmed())
                .by("SERVICE")
                .when(new ExpireOrder(ORDER))
                .changesNothing(2);
        given(created(), cancelled()).by("SERVICE").when(new ExpireOrder(ORDER)).changesNothing(1);
        prepare();
        given(created()).when(new ExpireOrder(ORDER)).forbidden();
    }

    @Test
    void a_confirmed_order_of_which_not_all_has_left_is_overdue() {
        given(created(), captured(TOTAL), confirmed(), approved(1, units("1", 3)), shipped(1, units("1", 3)))
                .by("SERVICE")
                .when(new ReportOverdue(ORDER))
                .then(new OrderOverdue(ORDER, NOW));
    }

    @Test
    void what_has_left_or_is_not_confirmed_is_not_overdue() {
        given(
                        created(),
                        captured(TOTAL),
                        confirmed(),
                        approved(1, units("1", 3), units("2", 2)),
                        shipped(1, units("1", 3), units("2", 2)))
                .by("SERVICE")
                .when(new ReportOverdue(ORDER))
                .changesNothing(4);
        given(created()).by("SERVICE").when(new ReportOverdue(ORDER)).changesNothing(0);
    }
}
