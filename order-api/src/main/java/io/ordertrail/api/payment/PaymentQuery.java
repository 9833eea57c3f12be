package io.ordertrail.api.payment;

import io.ordertrail.api.Named;
import java.time.Instant;
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

    /**
     * A page of payments, the latest begun first: {@link PaymentPage}. An empty list, and null, ask nothing.
     *
     * @param status how far they have come
     * @param method providers that keep the money
     * @param reference whole, of money that came another way
     * @param unknown whether a provider was asked and nobody knows whether it did it
     * @param createdFrom inclusive
     * @param createdTo exclusive
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("payment.ListPayments")
    record ListPayments(
            List<PaymentStage> status,
            List<String> method,
            List<String> reference,
            @Nullable Boolean unknown,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo,
            int limit,
            @Nullable String after)
            implements PaymentQuery {}
}
