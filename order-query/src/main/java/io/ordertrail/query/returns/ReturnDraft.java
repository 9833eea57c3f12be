package io.ordertrail.query.returns;

import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A view while one event is written into it. It never leaves the fold. */
final class ReturnDraft {

    private final String id;
    private final String orderId;
    private final Instant requestedAt;
    RmaStatus status;
    List<ReturnView.Line> lines;
    List<Verdict> verdicts;

    @Nullable
    Money refund;

    @Nullable
    Money shipping;

    @Nullable
    Money deduction;

    @Nullable
    String deductionReason;

    @Nullable
    Money refunded;

    @Nullable
    String refundedTo;

    @Nullable
    String creditAccountId;

    @Nullable
    String decisionNote;

    @Nullable
    Instant dueBy;

    @Nullable
    Instant approvedAt;

    @Nullable
    Instant receivedAt;

    @Nullable
    Instant inspectedAt;

    @Nullable
    Instant refundedAt;

    @Nullable
    Instant endedAt;

    ReturnDraft(ReturnRequested request) {
        id = request.returnId();
        orderId = request.orderId();
        requestedAt = request.at();
        status = RmaStatus.REQUESTED;
        lines = ReturnLines.requested(request.lines());
        verdicts = List.of();
        creditAccountId = request.creditAccountId();
    }

    ReturnDraft(ReturnView view) {
        id = view.id();
        orderId = view.orderId();
        requestedAt = view.requestedAt();
        status = view.status();
        lines = view.lines();
        verdicts = view.verdicts();
        refund = view.refund();
        shipping = view.shipping();
        deduction = view.deduction();
        deductionReason = view.deductionReason();
        refunded = view.refunded();
        refundedTo = view.refundedTo();
        creditAccountId = view.creditAccountId();
        decisionNote = view.decisionNote();
        dueBy = view.dueBy();
        approvedAt = view.approvedAt();
        receivedAt = view.receivedAt();
        inspectedAt = view.inspectedAt();
        refundedAt = view.refundedAt();
        endedAt = view.endedAt();
    }

    ReturnDraft end(RmaStatus how, Instant at) {
        status = how;
        endedAt = at;
        return this;
    }

    ReturnView view(Recorded<ReturnEvent> recorded) {
        return new ReturnView(
                id,
                orderId,
                recorded.version(),
                status,
                lines,
                verdicts,
                refund,
                shipping,
                deduction,
                deductionReason,
                refunded,
                refundedTo,
                creditAccountId,
                decisionNote,
                dueBy,
                requestedAt,
                approvedAt,
                receivedAt,
                inspectedAt,
                refundedAt,
                endedAt,
                recorded.recordedAt());
    }
}
