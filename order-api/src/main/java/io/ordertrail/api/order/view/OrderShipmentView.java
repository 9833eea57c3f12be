package io.ordertrail.api.order.view;

import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.personal.PersonalData;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel; {@code status} tells how far it has come.
 *
 * @param undeliveredAt when it was lost or came back
 * @param reason why it did not arrive, or what was said when that was resolved
 * @param sendAgain of one that was resolved, whether its units were open again; else they were given up
 */
@RecordBuilder
public record OrderShipmentView(
        String id,
        OrderShipmentStatus status,
        List<LineQuantity> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant approvedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant undeliveredAt,
        @PersonalData @Nullable String reason,
        @Nullable Boolean sendAgain) {}
