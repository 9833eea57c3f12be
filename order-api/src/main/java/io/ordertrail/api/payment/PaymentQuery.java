package io.ordertrail.api.payment;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about payments. What is not there is refused with {@link PaymentRefusal.PaymentNotFound}; one is
 * there as soon as its order has asked for it or heard of it.
 */
public sealed interface PaymentQuery {

    /**
     * The payment now: {@link PaymentView}. Where it has not reached {@code minVersion} it is refused with
     * {@link io.ordertrail.api.message.RequestRefusal.ViewBehind}, at once.
     */
    @Named("payment.GetPayment")
    record GetPayment(String paymentId, @Nullable Long minVersion) implements PaymentQuery {}

    /** The payment at a moment, folded from the events of its stream: {@link PaymentView}. */
    @Named("payment.GetPaymentAsOf")
    record GetPaymentAsOf(String paymentId, Moment moment) implements PaymentQuery {}

    /**
     * The payment as it stood when its outcome was first known, that is, whether the money came, is promised or will
     * not come; now where it is not known: {@link PaymentView}. Once it is known, the answer is always the same.
     */
    @Named("payment.GetPaymentOutcome")
    record GetPaymentOutcome(String paymentId) implements PaymentQuery {}

    /** What may be done to the payment now, as far as its order has come; no view is asked: {@link PaymentActions}. */
    @Named("payment.GetPaymentActions")
    record GetPaymentActions(String paymentId) implements PaymentQuery {}

    /** The existing ones of these, which the order names: {@link OrderPayments}. */
    @Named("payment.GetPayments")
    record GetPayments(List<String> paymentIds) implements PaymentQuery {}

    /**
     * A page of payments, the latest begun first: {@link PaymentPage}. An empty list, and null, ask nothing.
     *
     * @param status how far they have come
     * @param method providers that keep the money
     * @param reference whole, for money that came by hand
     * @param unknown whether the outcome of a request to a provider is unknown
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
            implements PaymentQuery, OfMany {}
}
