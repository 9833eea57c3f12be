package io.ordertrail.api.order.view;

import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.personal.PersonalData;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A return.
 *
 * @param lines the units that were requested
 * @param worth of each line, what the customer pays for its units
 * @param accepted by how much less the order is worth for it; null before the inspection
 * @param refunded what was refunded for it so far
 * @param settled whether nothing more is owed for it
 * @param creditAccountId the account for what no payment takes back, or null
 * @param exchangeOrderId the order that it was to pay for first, or null
 * @param updatedAt when it reached its stage
 */
@RecordBuilder
public record OrderReturnView(
        String id,
        ReturnStage stage,
        List<LineQuantity> lines,
        List<Money> worth,
        @PersonalData @Nullable String reason,
        @PersonalData @Nullable String override,
        @Nullable Money accepted,
        Money refunded,
        boolean settled,
        @Nullable String creditAccountId,
        @Nullable String exchangeOrderId,
        Instant requestedAt,
        Instant updatedAt) {}
