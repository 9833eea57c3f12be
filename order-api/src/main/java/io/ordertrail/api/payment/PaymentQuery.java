package io.ordertrail.api.payment;

import io.ordertrail.api.Named;
import org.jspecify.annotations.Nullable;

/** What can be asked about payments. What is not there is refused with {@link PaymentRefusal.PaymentNotFound}. */
public sealed interface PaymentQuery {

    /**
     * The payment now: {@link PaymentView}. With {@code minVersion} it waits up to 2 s for the view to reach that version and
     * is then refused with {@link io.ordertrail.api.RequestRefusal.ViewBehind}.
     */
    @Named("payment.GetPayment")
    record GetPayment(String paymentId, @Nullable Long minVersion) implements PaymentQuery {}

    /** The payment as it stood after the event of sequence number {@code version}: {@link PaymentView}. */
    @Named("payment.GetPaymentAsOf")
    record GetPaymentAsOf(String paymentId, long version) implements PaymentQuery {}

    /** {@link OrderPayments} of an order; of one that is not known, or has none, empty. */
    @Named("payment.ListPaymentsOfOrder")
    record ListPaymentsOfOrder(String orderId) implements PaymentQuery {}
}
