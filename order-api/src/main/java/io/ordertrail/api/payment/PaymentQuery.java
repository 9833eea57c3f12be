package io.ordertrail.api.payment;

import io.ordertrail.api.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about payments. What is not there is refused with {@link PaymentRefusal.PaymentNotFound}. */
public sealed interface PaymentQuery {

    /**
     * The payment now: {@link PaymentView}. Where it has not reached {@code minVersion} it is refused with
     * {@link io.ordertrail.api.RequestRefusal.ViewBehind}, at once.
     */
    @Named("payment.GetPayment")
    record GetPayment(String paymentId, @Nullable Long minVersion) implements PaymentQuery {}

    /** The payment as it stood after the event of sequence number {@code version}: {@link PaymentView}. */
    @Named("payment.GetPaymentAsOf")
    record GetPaymentAsOf(String paymentId, long version) implements PaymentQuery {}

    /** Those of these that there are, which the order names: {@link OrderPayments}. */
    @Named("payment.GetPayments")
    record GetPayments(List<String> paymentIds) implements PaymentQuery {}
}
