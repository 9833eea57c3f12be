package io.ordertrail.api.order;

import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotBlank;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Decisions on what waits for a second person, each by its number in the order. */
public sealed interface OrderApprovalCommand extends OrderCommand {

    int number();

    /** A second person agrees to what was asked for; it is done at once, or refused as it would be now. */
    @Named("order.GiveApproval")
    record GiveApproval(@TargetAggregateIdentifier String orderId, int number) implements OrderApprovalCommand {}

    /** A second person does not agree, or who has asked thinks better of it. */
    @Named("order.DenyApproval")
    record DenyApproval(
            @TargetAggregateIdentifier String orderId,
            int number,
            @NotBlank @Note String reason) implements OrderApprovalCommand {}

    /** Sent by the service itself when the time is over; changes nothing if somebody has decided before. */
    @Named("order.ExpireApproval")
    record ExpireApproval(@TargetAggregateIdentifier String orderId, int number) implements OrderApprovalCommand {}
}
