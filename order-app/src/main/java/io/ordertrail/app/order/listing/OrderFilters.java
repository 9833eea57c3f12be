package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The filters of a list, of a search, of an export and of a stream, by what an order is. */
public record OrderFilters(
        @Nullable List<OrderLifecycle> status,
        @Nullable List<PaymentStatus> paymentStatus,
        @Nullable List<FulfilmentStatus> fulfilmentStatus,
        @Nullable List<ReturnStatus> returnStatus,
        @Nullable List<DisplayStatus> displayStatus,
        @Schema(example = "c-1042") @Nullable List<String> customerId,

        @Schema(description = "The whole number of the order", example = "2026-000123") @Nullable
        List<String> number,

        @Schema(description = "The shop's own whole number; unique within a channel only", example = "shop-4711")
        @Nullable
        List<String> externalRef,

        @Schema(description = "The channel that was given when the order was placed", example = "WEB") @Nullable
        List<String> channel,

        @Nullable List<CurrencyUnit> currency,

        @Schema(description = "Placed at or after") @Nullable
        Instant createdFrom,

        @Schema(description = "Placed before") @Nullable Instant createdTo,

        @Schema(description = "Last changed at or after") @Nullable
        Instant updatedFrom,

        @Schema(description = "Last changed before") @Nullable
        Instant updatedTo,

        @Schema(description = "In the order's own currency") @Nullable
        BigDecimal totalMin,

        @Schema(description = "In the order's own currency") @Nullable
        BigDecimal totalMax,

        @Schema(description = "Orders with a line of this SKU", example = "TEE-M") @Nullable
        List<String> sku,

        @Schema(description = "Whether the order is on hold") @Nullable
        Boolean hold,

        @Schema(
                description =
                        "By name of the order's metadata: metadata[season]=summer. If you give several names, each must match",
                example = "season=summer")
        @Nullable
        Map<String, List<String>> metadata) {

    /** @throws Rejected a range ends before it begins: nothing could be found, and the caller would not know why */
    public Filter filter() {
        ordered("createdFrom", createdFrom, "createdTo", createdTo);
        ordered("updatedFrom", updatedFrom, "updatedTo", updatedTo);
        ordered("totalMin", totalMin, "totalMax", totalMax);
        return new Filter(
                all(status),
                all(paymentStatus),
                all(fulfilmentStatus),
                all(returnStatus),
                all(displayStatus),
                all(customerId),
                all(number),
                all(externalRef),
                all(channel),
                all(sku),
                all(currency),
                createdFrom,
                createdTo,
                updatedFrom,
                updatedTo,
                totalMin,
                totalMax,
                hold,
                metadata == null ? Map.of() : metadata,
                null);
    }

    private static <T> List<T> all(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static <T extends Comparable<T>> void ordered(
            String first, @Nullable T low, String second, @Nullable T high) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw Rejected.turnedRound(first, second);
        }
    }
}
