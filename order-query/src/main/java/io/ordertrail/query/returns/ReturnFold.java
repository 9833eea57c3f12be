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
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/** What each event makes of the view of a return. */
final class ReturnFold {

    static final StreamFold<ReturnEvent, ReturnView> FEED =
            new StreamFold<>("return", ReturnEvent.class, ReturnView::version, ReturnFold::fold);

    private ReturnFold() {}

    static ReturnView fold(@Nullable ReturnView view, Recorded<ReturnEvent> recorded) {
        ReturnEvent event = recorded.event();
        if (event instanceof ReturnRequested request) {
            return new ReturnDraft(request).view(recorded);
        }
        if (view == null) {
            throw new IllegalStateException("The first event of a return is its request, not " + event);
        }
        ReturnDraft draft = new ReturnDraft(view);
        if (event instanceof ReturnApproved approved) {
            draft.status = APPROVED;
            draft.decisionNote = approved.note();
            draft.dueBy = approved.dueBy();
            draft.approvedAt = approved.at();
        } else if (event instanceof ReturnRejected rejected) {
            draft.status = REJECTED;
            draft.decisionNote = rejected.reason();
            draft.endedAt = rejected.at();
        } else if (event instanceof ReturnItemsReceived came) {
            draft.status = RECEIVED;
            draft.receivedAt = came.at();
            draft.lines = ReturnLines.received(view.lines(), came.lines());
        } else if (event instanceof ReturnInspected inspected) {
            draft.status = INSPECTED;
            draft.inspectedAt = inspected.at();
            draft.refund = inspected.refund();
            draft.shipping = inspected.shipping();
            draft.deduction = inspected.deduction();
            draft.deductionReason = inspected.deductionReason();
            draft.verdicts = inspected.verdicts();
            draft.lines = ReturnLines.inspected(view.lines(), inspected.verdicts());
        } else if (event instanceof ReturnRefundRetried retried) {
            draft.creditAccountId =
                    retried.creditAccountId() == null ? view.creditAccountId() : retried.creditAccountId();
        } else if (event instanceof ReturnRefunded refunded) {
            draft.status = REFUNDED;
            draft.refunded = refunded.amount();
            draft.refundedTo = refunded.to();
            draft.refundedAt = refunded.at();
        } else if (event instanceof ReturnExpired) {
            draft.status = EXPIRED;
            draft.endedAt = event.at();
        } else if (event instanceof ReturnClosed) {
            draft.status = CLOSED;
            draft.endedAt = event.at();
        } else {
            throw new IllegalArgumentException("A return cannot process " + event);
        }
        return draft.view(recorded);
    }
}
