package io.ordertrail.api.returns;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries about returns. A missing return is refused with {@link ReturnRefusal.ReturnNotFound}. */
public sealed interface ReturnQuery {

    /**
     * The return now: {@link ReturnView}. Where it has not reached {@code minVersion} it is refused with
     * {@link io.ordertrail.api.message.RequestRefusal.ViewBehind}, at once.
     */
    @Named("return.GetReturn")
    record GetReturn(String returnId, @Nullable Long minVersion) implements ReturnQuery {}

    /** The return at a moment, folded from the events of its stream: {@link ReturnView}. */
    @Named("return.GetReturnAsOf")
    record GetReturnAsOf(String returnId, Moment moment) implements ReturnQuery {}

    /** The existing ones of these, the oldest request first, on one {@link ReturnPage}. */
    @Named("return.GetReturns")
    record GetReturns(List<String> returnIds) implements ReturnQuery {}

    /**
     * A page of returns, the oldest request first: {@link ReturnPage}.
     *
     * @param orderId only those of this order; null means of any
     * @param status only those that have come so far; empty means all
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("return.ListReturns")
    record ListReturns(
            @Nullable String orderId,
            List<RmaStatus> status,
            int limit,
            @Nullable String after) implements ReturnQuery, OfMany {}
}
