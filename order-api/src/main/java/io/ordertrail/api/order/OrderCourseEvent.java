package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to an order as a whole: its course from the placing to the end, its edits, notes and problems. */
public sealed interface OrderCourseEvent extends OrderEvent {

    /**
     * Prices are never computed again from here on; {@code roundingMode} says how tax was rounded.
     *
     * @param shippingAddress where the goods go; null if there are none to send, as for downloads
     * @param tracked ids of the lines whose SKUs are kept as stock; no line of an imported order is
     * @param payment how it is to be paid; null if that is not known
     * @param confirmWithin how long it waits, from when this was recorded, for all that confirms it; null if it waits
     *     for ever
     * @param shipWithin how soon after its confirmation all of it should have left; null if there is no deadline
     */
    @Named("order.OrderCreated")
    record OrderCreated(
            String orderId,
            String number,
            @Nullable String externalRef,
            String channel,
            @DataSubject String customerId,
            CurrencyUnit currency,
            PaymentTerms paymentTerms,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
            Totals totals,
            RoundingMode roundingMode,
            @Nullable Address shippingAddress,
            @Nullable Address billingAddress,
            List<String> tracked,
            @Nullable PaymentChoice payment,
            Map<String, String> metadata,
            @Nullable Duration confirmWithin,
            @Nullable Duration shipWithin,
            Instant at)
            implements OrderCourseEvent {

        /** The channel of imported orders. */
        public static final String IMPORT = "IMPORT";

        public OrderCreated {
            metadata = Metadata.copyOf(metadata);
        }
    }

    /**
     * Stock is there and payment covers what the terms ask.
     *
     * @param shipWithin how soon after this was recorded all of it should have left; null if there is no deadline
     */
    @Named("order.OrderConfirmed")
    @Sentence("Confirmed")
    record OrderConfirmed(String orderId, @Nullable Duration shipWithin, Instant at) implements OrderCourseEvent {}

    @Named("order.OrderHeld")
    @Sentence("Put on hold: {reason}[, {note}]")
    record OrderHeld(
            String orderId,
            @PersonalData String reason,
            @PersonalData @Nullable String note,
            Instant at) implements OrderCourseEvent {}

    @Named("order.OrderReleased")
    @Sentence("Released from hold[: {note}]")
    record OrderReleased(
            String orderId, @PersonalData @Nullable String note, Instant at) implements OrderCourseEvent {}

    /** All that was wanted was delivered. */
    @Named("order.OrderCompleted")
    @Sentence("Completed")
    record OrderCompleted(String orderId, Instant at) implements OrderCourseEvent {}

    @Named("order.OrderCancelled")
    @Sentence("Cancelled: {reason}[, {note}]")
    record OrderCancelled(
            String orderId,
            CancellationReason reason,
            @PersonalData @Nullable String note,
            Instant at) implements OrderCourseEvent {}

    /** {@code value} is Σ of the lines' values: what the order is worth less. */
    @Named("order.OrderLinesCancelled")
    @Sentence("Cancelled {lines} worth {value}: {reason}[, {note}]")
    record OrderLinesCancelled(
            String orderId,
            List<CancelledLine> lines,
            Money value,
            CancellationReason reason,
            @PersonalData @Nullable String note,
            Instant at)
            implements OrderCourseEvent {}

    @Named("order.OrderNoteAdded")
    @Sentence("Noted ({visibility}): {text}")
    record OrderNoteAdded(
            String orderId,
            @DataSubject String customerId,
            @PersonalData String text,
            NoteVisibility visibility,
            Instant at)
            implements OrderCourseEvent {}

    /** Its customer was forgotten: nobody can read any more what the order held of their personal data. */
    @Named("order.OrderDataErased")
    @Sentence("Personal data erased")
    record OrderDataErased(String orderId, Instant at) implements OrderCourseEvent {}

    /** Its time to be paid was over; {@link OrderCancelled} follows. */
    @Named("order.OrderExpired")
    @Sentence("Its time to be paid is over")
    record OrderExpired(String orderId, Instant at) implements OrderCourseEvent {}

    /** Not all has left by the time by which it should have. */
    @Named("order.OrderOverdue")
    @Sentence("Not all has left in time")
    record OrderOverdue(String orderId, Instant at) implements OrderCourseEvent {}

    /** Where the goods go from now on; null if that did not change. */
    @Named("order.AddressChanged")
    record AddressChanged(
            String orderId,
            @DataSubject String customerId,
            @Nullable Address shippingAddress,
            @Nullable Address billingAddress,
            Instant at)
            implements OrderCourseEvent {}

    /**
     * {@code lines} and {@code totals} are what the order would have; {@code difference} is what it would be worth
     * more, and {@code stock} what would be asked of stock more, or less.
     */
    @Named("order.OrderEditProposed")
    @Sentence("Worked out an edit: {difference}[, {reason}]")
    record OrderEditProposed(
            String orderId,
            String editId,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            @PersonalData @Nullable String reason,
            Instant at)
            implements OrderCourseEvent {}

    /**
     * @param lines all that is ordered now, priced once and for ever
     * @param difference what the order is worth more; less if it is negative
     * @param stock how many units more, or fewer, of tracked SKUs are to be promised
     */
    @Named("order.OrderEdited")
    record OrderEdited(
            String orderId,
            String editId,
            List<OrderLine> lines,
            @Nullable Shipping shipping,
            Totals totals,
            Money difference,
            List<StockLine> stock,
            Instant at)
            implements OrderCourseEvent {}

    @Named("order.OrderProblemReported")
    @Sentence("Needs a person: {detail}")
    record OrderProblemReported(
            String orderId,
            String problemId,
            String code,
            @PersonalData String detail,
            Instant at) implements OrderCourseEvent {}

    @Named("order.OrderProblemResolved")
    @Sentence("Problem resolved[: {note}]")
    record OrderProblemResolved(
            String orderId,
            String problemId,
            @PersonalData @Nullable String note,
            Instant at) implements OrderCourseEvent {}
}
