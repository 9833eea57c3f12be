package io.ordertrail.query.returns;

import static io.ordertrail.api.returns.RmaStatus.APPROVED;
import static io.ordertrail.api.returns.RmaStatus.CLOSED;
import static io.ordertrail.api.returns.RmaStatus.EXPIRED;
import static io.ordertrail.api.returns.RmaStatus.INSPECTED;
import static io.ordertrail.api.returns.RmaStatus.RECEIVED;
import static io.ordertrail.api.returns.RmaStatus.REFUNDED;
import static io.ordertrail.api.returns.RmaStatus.REJECTED;

import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/** What each event makes of the view of a return. */
final class ReturnFold {

    static final StreamFold<ReturnEvent, ReturnView> FEED =
            new StreamFold<>("return", ReturnEvent.class, ReturnView::version, ReturnFold::fold);

    private static final Fold<ReturnDraft, ReturnEvent> FOLD = Fold.<ReturnDraft, ReturnEvent>over(ReturnEvent.class)
            .first(ReturnRequested.class)
            .on(ReturnApproved.class, ReturnFold::approved)
            .on(ReturnRejected.class, ReturnFold::rejected)
            .on(ReturnItemsReceived.class, ReturnFold::received)
            .on(ReturnInspected.class, ReturnFold::inspected)
            .on(ReturnRefundRetried.class, ReturnFold::retried)
            .on(ReturnRefunded.class, ReturnFold::refunded)
            .on(ReturnExpired.class, (draft, e) -> draft.end(EXPIRED, e.at()))
            .on(ReturnClosed.class, (draft, e) -> draft.end(CLOSED, e.at()))
            .complete();

    private ReturnFold() {}

    static ReturnView fold(@Nullable ReturnView view, Recorded<ReturnEvent> recorded) {
        ReturnEvent event = recorded.event();
        if (event instanceof ReturnRequested request) {
            return new ReturnDraft(request).view(recorded);
        }
        if (view == null) {
            throw new IllegalStateException("The first event of a return is its request, not " + event);
        }
        return FOLD.next(new ReturnDraft(view), event).view(recorded);
    }

    private static ReturnDraft approved(ReturnDraft draft, ReturnApproved approved) {
        draft.status = APPROVED;
        draft.decisionNote = approved.note();
        draft.dueBy = approved.dueBy();
        draft.approvedAt = approved.at();
        return draft;
    }

    private static ReturnDraft rejected(ReturnDraft draft, ReturnRejected rejected) {
        draft.decisionNote = rejected.reason();
        return draft.end(REJECTED, rejected.at());
    }

    private static ReturnDraft received(ReturnDraft draft, ReturnItemsReceived came) {
        draft.status = RECEIVED;
        draft.receivedAt = came.at();
        draft.lines = ReturnLines.received(draft.lines, came.lines());
        return draft;
    }

    private static ReturnDraft inspected(ReturnDraft draft, ReturnInspected inspected) {
        draft.status = INSPECTED;
        draft.inspectedAt = inspected.at();
        draft.refund = inspected.refund();
        draft.shipping = inspected.shipping();
        draft.deduction = inspected.deduction();
        draft.deductionReason = inspected.deductionReason();
        draft.verdicts = inspected.verdicts();
        draft.lines = ReturnLines.inspected(draft.lines, inspected.verdicts());
        return draft;
    }

    private static ReturnDraft retried(ReturnDraft draft, ReturnRefundRetried retried) {
        draft.creditAccountId = retried.creditAccountId() == null ? draft.creditAccountId : retried.creditAccountId();
        return draft;
    }

    private static ReturnDraft refunded(ReturnDraft draft, ReturnRefunded refunded) {
        draft.status = REFUNDED;
        draft.refunded = refunded.amount();
        draft.refundedTo = refunded.to();
        draft.refundedAt = refunded.at();
        return draft;
    }
}
