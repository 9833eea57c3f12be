package io.ordertrail.app.order;

import io.ordertrail.api.order.FulfilmentStatus;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderQuery.Filter;
import io.ordertrail.api.order.PaymentStatus;
import io.ordertrail.app.http.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which orders are meant, in a list and in an export alike. */
record OrderFilters(
        @Nullable OrderLifecycle status,
        @Nullable PaymentStatus paymentStatus,
        @Nullable FulfilmentStatus fulfilmentStatus,
        @Nullable String customerId,

        @Schema(description = "The order's number, whole") @Nullable
        String number,

        @Schema(description = "Placed at or after") @Nullable
        Instant createdFrom,

        @Schema(description = "Placed before") @Nullable Instant createdTo,

        @Schema(description = "In the order's own currency") @Nullable
        BigDecimal totalMin,

        @Schema(description = "In the order's own currency") @Nullable
        BigDecimal totalMax,

        @Schema(description = "Orders with a line of it") @Nullable
        String sku,

        @Schema(description = "Whether the order is on hold") @Nullable
        Boolean hold,

        @Schema(description = "Words that begin words of number, external reference, customer or name on the address")
        @Nullable
        String q) {

    /** @throws Rejected the bounds of a range stand the wrong way round: nothing could be found, and the caller would not know why */
    Filter filter() {
        ordered("createdFrom", createdFrom, "createdTo", createdTo);
        ordered("totalMin", totalMin, "totalMax", totalMax);
        return new Filter(
                status,
                paymentStatus,
                fulfilmentStatus,
                customerId,
                number,
                createdFrom,
                createdTo,
                totalMin,
                totalMax,
                sku,
                hold,
                q);
    }

    private static <T extends Comparable<T>> void ordered(
            String first, @Nullable T low, String second, @Nullable T high) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw Rejected.turnedRound(first, second);
        }
    }
}
