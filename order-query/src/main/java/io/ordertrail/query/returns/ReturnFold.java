package io.ordertrail.query.returns;

import static io.ordertrail.api.returns.RmaStatus.APPROVED;
import static io.ordertrail.api.returns.RmaStatus.CLOSED;
import static io.ordertrail.api.returns.RmaStatus.EXPIRED;
import static io.ordertrail.api.returns.RmaStatus.INSPECTED;
import static io.ordertrail.api.returns.RmaStatus.RECEIVED;
import static io.ordertrail.api.returns.RmaStatus.REFUNDED;
import static io.ordertrail.api.returns.RmaStatus.REJECTED;
import static io.ordertrail.api.returns.RmaStatus.REQUESTED;

import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.ReturnViewBuilder;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of the view of a return. */
final class ReturnFold {

    static final StreamFold<ReturnEvent, ReturnView> STREAM =
            new StreamFold<>("return", ReturnEvent.class, ReturnView::version, ReturnFold::fold);

    private static final Fold<ReturnViewBuilder, ReturnEvent> FOLD = Fold.<ReturnViewBuilder, ReturnEvent>over(
                    ReturnEvent.class)
            .first(ReturnRequested.class)
            .on(ReturnApproved.class, ReturnFold::approved)
            .on(
                    ReturnRejected.class,
                    (view, e) -> view.status(REJECTED).decisionNote(e.reason()).endedAt(e.at()))
            .on(ReturnItemsReceived.class, ReturnFold::received)
            .on(ReturnInspected.class, ReturnFold::inspected)
            .on(ReturnRefundDecided.class, ReturnFold::decided)
            .on(
                    ReturnRefundRetried.class,
                    (view, e) -> e.creditAccountId() == null ? view : view.creditAccountId(e.creditAccountId()))
            .on(ReturnRefunded.class, ReturnFold::refunded)
            .on(ReturnExpired.class, (view, e) -> view.status(EXPIRED).endedAt(e.at()))
            .on(ReturnClosed.class, (view, e) -> view.status(CLOSED).endedAt(e.at()))
            .complete();

    private ReturnFold() {}

    static ReturnView fold(@Nullable ReturnView view, Recorded<ReturnEvent> recorded) {
        ReturnEvent event = recorded.event();
        if (event instanceof ReturnRequested request) {
            return requested(request, recorded);
        }
        if (view == null) {
            throw new IllegalStateException("The first event of a return is its request, not " + event);
        }
        return FOLD.next(ReturnViewBuilder.builder(view), event)
                .version(recorded.version())
                .updatedAt(recorded.recordedAt())
                .build();
    }

    private static ReturnView requested(ReturnRequested request, Recorded<ReturnEvent> recorded) {
        return new ReturnView(
                request.returnId(),
                request.orderId(),
                recorded.version(),
                REQUESTED,
                ReturnLines.requested(request.lines()),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                request.creditAccountId(),
                null,
                null,
                request.at(),
                null,
                null,
                null,
                null,
                null,
                recorded.recordedAt());
    }

    private static ReturnViewBuilder approved(ReturnViewBuilder view, ReturnApproved approved) {
        return view.status(APPROVED)
                .decisionNote(approved.note())
                .dueBy(approved.dueBy())
                .approvedAt(approved.at());
    }

    private static ReturnViewBuilder received(ReturnViewBuilder view, ReturnItemsReceived came) {
        return view.status(RECEIVED).receivedAt(came.at()).lines(ReturnLines.received(view.lines(), came.lines()));
    }

    private static ReturnViewBuilder inspected(ReturnViewBuilder view, ReturnInspected inspected) {
        return view.status(INSPECTED)
                .inspectedAt(inspected.at())
                .verdicts(inspected.verdicts())
                .lines(ReturnLines.inspected(view.lines(), inspected.verdicts()));
    }

    private static ReturnViewBuilder decided(ReturnViewBuilder view, ReturnRefundDecided decided) {
        return view.refund(decided.refund())
                .shipping(decided.shipping())
                .deduction(decided.deduction())
                .deductionReason(decided.deductionReason());
    }

    private static ReturnViewBuilder refunded(ReturnViewBuilder view, ReturnRefunded refunded) {
        return view.status(REFUNDED)
                .refunded(refunded.amount())
                .refundedTo(refunded.to())
                .refundedAt(refunded.at());
    }
}
