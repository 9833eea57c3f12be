package io.ordertrail.command.payment;

/** The names of payments that may be given once only. */
public final class PaymentNames {

    /** Rule P5: what a provider calls something it did, as a name: {@link #reference}. */
    public static final String PROVIDER_REFERENCE = "provider-ref";

    private PaymentNames() {}

    /** A provider's name has no slash, so two providers never make the same name. */
    public static String reference(String provider, String reference) {
        return provider + "/" + reference;
    }
}
