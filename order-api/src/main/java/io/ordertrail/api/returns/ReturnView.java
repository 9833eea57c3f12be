package io.ordertrail.api.returns;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A return as it stood after the event of sequence number {@code version} of its own stream.
 *
 * @param verdicts what the inspection found, as it was said; empty before
 * @param refund the refund of the goods (rule R3), less {@code deduction}; null before the inspection
 * @param shipping the refund of shipping in addition, or null
 * @param deduction what is kept of the goods' worth, or null
 * @param refunded what was refunded; null before
 * @param refundedTo the payments and the account that it went to, with commas
 * @param creditAccountId the account that gets what no payment can take back
 * @param dueBy when it ends unless goods came; null before its approval
 * @param decisionNote what was said when it was approved or rejected
 * @param requestedAt business time, like all times but the last
 * @param endedAt when it was rejected, expired or closed
 * @param updatedAt when the last event was recorded
 */
@Named("return.ReturnView")
@RecordBuilder
public record ReturnView(
        String id,
        String orderId,
        long version,
        RmaStatus status,
        List<Line> lines,
        List<Verdict> verdicts,
        @Nullable Money refund,
        @Nullable Money shipping,
        @Nullable Money deduction,
        @PersonalData @Nullable String deductionReason,
        @Nullable Money refunded,
        @Nullable String refundedTo,
        @Nullable String creditAccountId,
        @PersonalData @Nullable String decisionNote,
        @Nullable Instant dueBy,
        Instant requestedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant inspectedAt,
        @Nullable Instant refundedAt,
        @Nullable Instant endedAt,
        Instant updatedAt) {

    /**
     * Units of a line of the order.
     *
     * @param worth what the customer pays for the units that were to come back (rule R3)
     */
    public record Line(
            String lineId,
            String sku,
            int requested,
            Money worth,
            @PersonalData @Nullable String reason,
            int received,
            int restocked,
            int writtenOff,
            int rejected) {}
}
