package io.ordertrail.api.payment;

/** Names that a payment's process and the front door share, so that both send the same step. */
public final class PaymentProcess {

    /** The process that tells an order what became of its payments. */
    public static final String NEWS = "payment-news";

    /** The step that gives money recorded by staff a payment of its own. Its process id is the payment's id. */
    public static final String MANUAL_PAYMENT = "manual-payment";

    private PaymentProcess() {}
}
