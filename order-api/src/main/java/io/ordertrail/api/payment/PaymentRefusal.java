package io.ordertrail.api.payment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.Sentence;
import java.util.List;
import org.joda.money.Money;

/** Refusals of payments, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface PaymentRefusal extends Refusal {

    @Named("payment.refusal.PaymentNotFound")
    @Sentence("There is no payment {paymentId}.")
    record PaymentNotFound(String paymentId) implements PaymentRefusal, NotFound {}

    /** P4: the provider answers what it was never asked, or another provider than the payment's does. */
    @Named("payment.refusal.ProviderRequestNotFound")
    @Sentence("The service never sent the request {providerKey} to this provider.")
    record ProviderRequestNotFound(String providerKey) implements PaymentRefusal, NotFound {}

    @Named("payment.refusal.PaymentIdTaken")
    @Sentence("Another request already began the payment {paymentId}.")
    record PaymentIdTaken(String paymentId) implements PaymentRefusal {}

    /** There is no provider of this name here, or it does not take what it was given to pay with. */
    @Named("payment.refusal.PaymentChoiceInvalid")
    record PaymentChoiceInvalid(List<Fault> faults) implements PaymentRefusal, Unprocessable {
        @Override
        public String detail() {
            return faults.get(0).message();
        }
    }

    /**
     * P3: the provider has not answered the request before this one. A no of the moment: the same may be asked again.
     */
    @Named("payment.refusal.OperationInProgress")
    @Sentence("The provider has not answered the last request ({operation}) yet. Try again when it has.")
    record OperationInProgress(PaymentOperation operation) implements PaymentRefusal, OfAttempt {}

    /** P1: more is to be taken than is promised and not yet taken. */
    @Named("payment.refusal.MoreThanAuthorized")
    @Sentence("{asked} cannot be captured: {left} is authorised and not captured.")
    record MoreThanAuthorized(Money asked, Money left) implements PaymentRefusal {}

    /** P1: nothing is promised that could be taken. */
    @Named("payment.refusal.NothingToCapture")
    @Sentence("No authorised amount is left to capture.")
    record NothingToCapture() implements PaymentRefusal {}

    /** P2: the refund is more than what is captured and still kept. */
    @Named("payment.refusal.MoreThanCaptured")
    @Sentence("{asked} cannot be refunded: {left} is captured and not yet refunded.")
    record MoreThanCaptured(Money asked, Money left) implements PaymentRefusal {}

    /** P2: nothing was taken and kept. */
    @Named("payment.refusal.NothingToRefund")
    @Sentence("No captured amount is left to refund.")
    record NothingToRefund() implements PaymentRefusal {}

    /** P2: the bank gives back more than it had taken back. */
    @Named("payment.refusal.MoreThanChargedBack")
    @Sentence("{asked} cannot be reversed by the bank: {left} is charged back.")
    record MoreThanChargedBack(Money asked, Money left) implements PaymentRefusal {}

    /** P5: the provider told a reference that belongs to another payment. */
    @Named("payment.refusal.ProviderReferenceTaken")
    @Sentence("The reference {reference} of {provider} belongs to the payment {paymentId}.")
    record ProviderReferenceTaken(String provider, String reference, String paymentId) implements PaymentRefusal {}

    /** There are no webhooks for that provider. */
    @Named("payment.refusal.ProviderNotFound")
    @Sentence("The service accepts no webhooks of a provider {provider}.")
    record ProviderNotFound(String provider) implements PaymentRefusal, NotFound {}

    /** The order takes no payment now; {@code code} is the order's own word for it. */
    @Named("payment.refusal.OrderTakesNoPayment")
    record OrderTakesNoPayment(String code, String detail) implements PaymentRefusal {}

    /** More is to be paid than the order is owed and was not promised. */
    @Named("payment.refusal.MoreThanDue")
    @Sentence("{asked} cannot be paid: {due} is due and not promised by another payment.")
    record MoreThanDue(Money asked, Money due) implements PaymentRefusal {}

    @Named("payment.refusal.NothingToVoid")
    @Sentence("No authorised amount is left to void.")
    record NothingToVoid() implements PaymentRefusal {}
}
