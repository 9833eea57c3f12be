package io.ordertrail.api.customer;

import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotBlank;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Commands about what is kept of a customer. A customer begins to exist with the first of them, or with an order or an
 * account.
 */
public sealed interface CustomerCommand {

    String customerId();

    /** Forgets the customer for ever. Accepted at once; done by {@link FinishErasure}, seconds later. */
    @Named("customer.EraseCustomer")
    record EraseCustomer(
            @TargetAggregateIdentifier @NotBlank @Reference String customerId,
            @NotBlank @Note String reason) implements CustomerCommand {}

    /** Sent by the service itself, when no order that was being placed at the asking can still be on its way. */
    @Named("customer.FinishErasure")
    record FinishErasure(@TargetAggregateIdentifier String customerId) implements CustomerCommand {}

    /** Calls an erasure off that was begun and not finished. */
    @Named("customer.WithdrawErasure")
    record WithdrawErasure(
            @TargetAggregateIdentifier @NotBlank @Reference String customerId,
            @NotBlank @Note String reason) implements CustomerCommand {}

    /** Forbids the erasure, for as long as a court or an authority wants the data kept. */
    @Named("customer.PlaceLegalHold")
    record PlaceLegalHold(
            @TargetAggregateIdentifier @NotBlank @Reference String customerId,
            @NotBlank @Note String reason) implements CustomerCommand {}

    @Named("customer.LiftLegalHold")
    record LiftLegalHold(
            @TargetAggregateIdentifier @NotBlank @Reference String customerId,
            @NotBlank @Note String reason) implements CustomerCommand {}
}
