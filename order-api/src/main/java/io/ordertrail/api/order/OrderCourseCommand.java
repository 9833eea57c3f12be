package io.ordertrail.api.order;

import io.ordertrail.api.constraint.Clean;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Filled;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.OrderIdForm;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.constraint.Lines;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.payment.PaymentChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked of an order as a whole: its course from the placing to the end, its edits, notes and problems. */
public sealed interface OrderCourseCommand extends OrderCommand {

    /**
     * Places an order.
     *
     * @param externalRef the shop's own number, unique within {@code channel}
     * @param channel where the order came from: {@code WEB}, {@code IMPORT} …
     * @param lines one or more, all in {@code currency}
     * @param shippingAddress where the goods go; null if there are none to send, as for downloads
     * @param payment how it is to be paid at once; null if the payment comes later
     * @param expectedTotal what the caller showed to the customer; refused when the sum is another
     */
    @Named("order.CreateOrder")
    record CreateOrder(
            @NotNull @OrderIdForm @TargetAggregateIdentifier String orderId,
            @Filled @Reference @Nullable String externalRef,

            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9._-]{1,32}",
                    message = "A channel has 1 to 32 letters, digits, dots, dashes or underscores.")
            String channel,

            @NotBlank @Reference String customerId,
            @NotNull CurrencyUnit currency,
            @NotNull PaymentTerms paymentTerms,
            @NotEmpty @Lines List<@NotNull @Valid LineRequest> lines,
            @Valid @Nullable ShippingRequest shipping,
            @Price @Nullable Money discount,
            @Price @Nullable Money expectedTotal,
            @Valid @Nullable Address shippingAddress,
            @Valid @Nullable Address billingAddress,
            @Valid @Nullable PaymentChoice payment,

            @Size(max = Metadata.MAX_NAMES, message = "has more than {max} names.")
            Map<
                            @Pattern(
                                    regexp = Metadata.NAME,
                                    message =
                                            "A name in metadata has 1 to 40 letters, digits, dots, dashes or underscores.")
                            String,
                            @NotBlank @Size(max = Metadata.MAX_VALUE) @Clean String>
                    metadata,

            @Nullable Instant at)
            implements OrderCourseCommand, Goods {

        @Override
        public Stream<Fault> crossFaults() {
            return Stream.of(
                            Goods.super.crossFaults(),
                            CrossFaults.inCurrency(currency, expectedTotal, "/expectedTotal"),
                            CrossFaults.unless(
                                    payment == null || !OrderCourseEvent.OrderCreated.IMPORT.equals(channel),
                                    "/payment",
                                    FaultCode.IMPORTED,
                                    "An imported order takes no payment; record the payments that it had."))
                    .flatMap(faults -> faults);
        }
    }

    @Named("order.HoldOrder")
    record HoldOrder(
            @TargetAggregateIdentifier String orderId,
            @NotBlank @Reference String reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCourseCommand {}

    @Named("order.ReleaseOrder")
    record ReleaseOrder(
            @TargetAggregateIdentifier String orderId,
            @Note @Nullable String note,
            @Nullable Instant at) implements OrderCourseCommand {}

    /** Cancels an order without approved units. */
    @Named("order.CancelOrder")
    record CancelOrder(
            @TargetAggregateIdentifier String orderId,
            @NotNull CancellationReason reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCourseCommand {}

    /** Takes out what was not yet approved of a partly shipped order. No lines means all that is left. */
    @Named("order.CancelLines")
    record CancelLines(
            @TargetAggregateIdentifier String orderId,
            @Lines List<@NotNull @Valid LineQuantity> lines,
            @NotNull CancellationReason reason,
            @Note @Nullable String note,
            @Nullable Instant at)
            implements OrderCourseCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.eachOnce(lines, LineQuantity::lineId);
        }
    }

    @Named("order.AddNote")
    record AddNote(
            @TargetAggregateIdentifier String orderId,
            @NotBlank @Note String text,
            @NotNull NoteVisibility visibility,
            @Nullable Instant at)
            implements OrderCourseCommand {}

    /** Sent by the service itself when its customer is forgotten; twice changes nothing. */
    @Named("order.EraseOrderData")
    record EraseOrderData(@TargetAggregateIdentifier String orderId) implements OrderCourseCommand {}

    /** Ends an order that is still pending when its time is over; changes nothing if it is not. */
    @Named("order.ExpireOrder")
    record ExpireOrder(@TargetAggregateIdentifier String orderId) implements OrderCourseCommand {}

    /** Reports a confirmed order as late if not all of it has left. */
    @Named("order.ReportOverdue")
    record ReportOverdue(@TargetAggregateIdentifier String orderId) implements OrderCourseCommand {}

    /** Corrects where the goods go, until something has left. A null address stays as it is. */
    @Named("order.ChangeAddress")
    record ChangeAddress(
            @TargetAggregateIdentifier String orderId,
            @Valid @Nullable Address shippingAddress,
            @Valid @Nullable Address billingAddress)
            implements OrderCourseCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    shippingAddress != null || billingAddress != null,
                    "/shippingAddress",
                    FaultCode.REQUIRED,
                    "Give the address that changes.");
        }
    }

    /**
     * Works out a change of what was ordered, without making it.
     *
     * @param lines what shall be otherwise: lines that exist by their id, new ones without; others stay as they are
     * @param shipping how it shall be sent, priced anew; null leaves that as it is
     */
    @Named("order.ProposeEdit")
    record ProposeEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            @NotNull @Lines List<@NotNull @Valid EditedLine> lines,
            @Valid @Nullable ShippingRequest shipping,
            @Note @Nullable String reason,
            @Nullable Instant at)
            implements OrderCourseCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            if (lines == null) {
                return Stream.empty();
            }
            return Stream.of(
                            CrossFaults.partOf(orderId, editId, "/editId"),
                            CrossFaults.unless(
                                    !lines.isEmpty() || shipping != null,
                                    "/lines",
                                    FaultCode.REQUIRED,
                                    "An edit names one line at least, or how the order is shipped."),
                            CrossFaults.eachOnce(lines, EditedLine::lineId),
                            IntStream.range(0, lines.size())
                                    .boxed()
                                    .flatMap(i -> EditedLine.crossFaults(lines.get(i), "/lines/" + i)))
                    .flatMap(faults -> faults);
        }
    }

    /** Makes a change that was worked out, as long as nothing else changed the order's goods since. */
    @Named("order.ApplyEdit")
    record ApplyEdit(
            @TargetAggregateIdentifier String orderId,
            String editId,
            @Nullable Instant at) implements OrderCourseCommand {}

    /**
     * Sent by the service itself: something needs a person. The same problem twice changes nothing while it is open.
     *
     * @param problemId 1 to 200 letters, digits, dots, colons, dashes or underscores, since it stands in a path
     * @param code for programs
     * @param detail for people
     */
    @Named("order.ReportProblem")
    record ReportProblem(
            @TargetAggregateIdentifier String orderId,

            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9._:-]{1,200}",
                    message = "The id of a problem has 1 to 200 letters, digits, dots, colons, dashes or underscores.")
            String problemId,

            @NotBlank @Reference String code,
            @NotBlank @Note String detail)
            implements OrderCourseCommand {}

    /** The problem is resolved, by staff or by the service itself. */
    @Named("order.ResolveProblem")
    record ResolveProblem(
            @TargetAggregateIdentifier String orderId,
            String problemId,
            @Note @Nullable String note) implements OrderCourseCommand {}
}
