package io.ordertrail.api.order.view;

import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import io.ordertrail.api.order.Goods;
import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderKey;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.ShippingRequest;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Queries about orders. A missing order is refused with {@link OrderCourseRefusal.OrderNotFound}. */
public sealed interface OrderQuery {

    /**
     * The order now: {@link OrderView}. Where it has not reached {@code minVersion} it is refused with
     * {@link RequestRefusal.ViewBehind}, at once.
     */
    @Named("order.GetOrder")
    record GetOrder(String orderId, @Nullable Long minVersion) implements OrderQuery {}

    /**
     * The order now, for who lets somebody else see it: {@link OrderView}.
     *
     * @param days how long they can; null for 30
     */
    @Named("order.LinkOrder")
    record LinkOrder(
            String orderId, @Min(1) @Max(365) @Nullable Integer days) implements OrderQuery {}

    /** The order now, by its number: {@link OrderView}. */
    @Named("order.GetOrderByNumber")
    record GetOrderByNumber(String number) implements OrderQuery {}

    /**
     * The orders of {@code channel} that have these references: {@link OrdersFound}. What was placed a moment ago may
     * be missing.
     *
     * @param externalRefs 1 to 500
     */
    @Named("order.FindOrders")
    record FindOrders(String channel, List<String> externalRefs) implements OrderQuery, OfMany {}

    /** Which order has this number: an {@link OrderKey}. Who gives the numbers knows it before any view does. */
    @Named("order.FindOrderKey")
    record FindOrderKey(String number) implements OrderQuery {}

    /**
     * The order at a moment, folded from the events of its stream: {@link OrderView}. Refused where the order did not
     * exist then or never reached that version.
     */
    @Named("order.GetOrderAsOf")
    record GetOrderAsOf(String orderId, Moment moment) implements OrderQuery {}

    /**
     * A page of the order's {@link OrderHistory}, the oldest event first. Where the order has not reached
     * {@code minVersion} it is refused with {@link RequestRefusal.ViewBehind}, at once.
     *
     * @param limit events on a page, 1 to 500; null for all
     * @param after cursor from a page before, or null for the first page
     */
    @Named("order.GetOrderHistory")
    record GetOrderHistory(
            String orderId,
            @Nullable Long minVersion,
            @Nullable Integer limit,
            @Nullable String after) implements OrderQuery {}

    /** What followed from what, of the order and all that belongs to it: {@link OrderCauses}. */
    @Named("order.GetCauses")
    record GetCauses(String orderId) implements OrderQuery {}

    /**
     * How the order's amounts and quantities came about: {@link io.ordertrail.api.explanation.Explanation}.
     *
     * @param of beginning of the places of those that are asked for, such as {@code /totals/due}; null for all
     */
    @Named("order.ExplainOrder")
    record ExplainOrder(String orderId, @Nullable String of) implements OrderQuery {}

    /**
     * A page of orders: {@link OrderPage}.
     *
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("order.ListOrders")
    record ListOrders(
            Filter filter, Sort sort, int limit, @Nullable String after) implements OrderQuery, OfMany {}

    /**
     * A page of the orders that had been recorded by {@code asOf}, each as it was then: {@link OrderPage}. Refused with
     * {@link RequestRefusal.InvalidQuery} where too many of them have changed since.
     *
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("order.ListOrdersAsOf")
    record ListOrdersAsOf(
            Filter filter,
            Sort sort,
            Instant asOf,
            int limit,
            @Nullable String after) implements OrderQuery, OfMany {}

    /** Fixes now as the moment of an export: {@link ExportMoment}. */
    @Named("order.BeginExport")
    record BeginExport() implements OrderQuery {}

    /**
     * A page of an export: {@link ExportPage}. The list at the time of reading says which orders are meant; each is
     * shown as it was at {@code moment}, without later changes. While the list has not yet processed what was stored at
     * that moment it is refused with {@link io.ordertrail.api.projection.ProjectionRefusal.ViewLate}, at once.
     *
     * @param lines whether each order has its lines
     * @param sort by a key that never changes; otherwise an order that changes meanwhile is shown never or twice
     * @param limit orders a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("order.ExportOrders")
    record ExportOrders(
            Filter filter,
            Sort sort,
            ExportMoment moment,
            boolean lines,
            int limit,
            @Nullable String after) implements OrderQuery, OfMany {}

    /**
     * The price of an order that is not placed: {@link Quote}.
     *
     * @param discount off the whole order, as in {@link OrderCourseCommand.CreateOrder}
     */
    @Named("order.QuoteOrder")
    record QuoteOrder(
            @NotNull CurrencyUnit currency,
            @NotEmpty @Lines List<@NotNull @Valid LineRequest> lines,
            @Valid @Nullable ShippingRequest shipping,
            @Price @Nullable Money discount)
            implements OrderQuery, Goods {}

    /**
     * The orders that match every field, each with one of its values. An empty list and null match every order.
     *
     * @param externalRef the shop's own numbers, whole; unique within a channel only
     * @param sku orders with at least one line of one of them
     * @param createdFrom inclusive, business time
     * @param createdTo exclusive, business time
     * @param updatedFrom inclusive, when the last event was recorded
     * @param updatedTo exclusive, when the last event was recorded
     * @param totalMin inclusive, in the order's own currency
     * @param totalMax inclusive, in the order's own currency
     * @param metadata of each name, the values; the order has one of them
     * @param q beginnings of words; each begins a word of number, external reference, customer or the name on the
     *     shipping address, in any case and Unicode form
     */
    @RecordBuilder
    record Filter(
            List<OrderLifecycle> status,
            List<PaymentStatus> paymentStatus,
            List<FulfilmentStatus> fulfilmentStatus,
            List<ReturnStatus> returnStatus,
            List<DisplayStatus> displayStatus,
            List<String> customerId,
            List<String> number,
            List<String> externalRef,
            List<String> channel,
            List<String> sku,
            List<CurrencyUnit> currency,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo,
            @Nullable Instant updatedFrom,
            @Nullable Instant updatedTo,
            @Nullable BigDecimal totalMin,
            @Nullable BigDecimal totalMax,
            @Nullable Boolean hold,
            Map<String, List<String>> metadata,
            @Nullable String q) {

        public Filter {
            status = List.copyOf(status);
            paymentStatus = List.copyOf(paymentStatus);
            fulfilmentStatus = List.copyOf(fulfilmentStatus);
            returnStatus = List.copyOf(returnStatus);
            displayStatus = List.copyOf(displayStatus);
            customerId = List.copyOf(customerId);
            number = List.copyOf(number);
            externalRef = List.copyOf(externalRef);
            channel = List.copyOf(channel);
            sku = List.copyOf(sku);
            currency = List.copyOf(currency);
            metadata = Map.copyOf(metadata);
        }
    }

    /** The order of a list; ties are broken by id, so that a page never repeats or loses an item. */
    record Sort(Key key, boolean descending) {

        public enum Key {
            CREATED_AT,
            UPDATED_AT,
            NUMBER,
            GRAND_TOTAL
        }
    }
}
