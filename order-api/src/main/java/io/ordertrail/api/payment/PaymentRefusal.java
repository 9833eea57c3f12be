package io.ordertrail.api.payment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import java.util.List;
import org.joda.money.Money;

/** Refusals of payments, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface PaymentRefusal extends Refusal {

    @Named("payment.refusal.PaymentNotFound")
    record PaymentNotFound(String paymentId) implements PaymentRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no payment " + paymentId + ".";
        }
    }

    /** P4: the provider answers what it was never asked, or another provider than the payment's does. */
    @Named("payment.refusal.ProviderRequestNotFound")
    record ProviderRequestNotFound(String providerKey) implements PaymentRefusal, NotFound {
        @Override
        public String detail() {
            return "The service never sent the request " + providerKey + " to this provider.";
        }
    }

    @Named("payment.refusal.PaymentIdTaken")
    record PaymentIdTaken(String paymentId) implements PaymentRefusal {
        @Override
        public String detail() {
            return "Another request already began the payment " + paymentId + ".";
        }
    }

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
    record OperationInProgress(PaymentOperation operation) implements PaymentRefusal, OfAttempt {
        @Override
        public String detail() {
            return "The provider has not answered the last request (" + operation + ") yet. Try again when it has.";
        }
    }

    /** P1: more is to be taken than is promised and not yet taken. */
    @Named("payment.refusal.MoreThanAuthorized")
    record MoreThanAuthorized(Money asked, Money left) implements PaymentRefusal {
        @Override
        public String detail() {
            return asked + " cannot be captured: " + left + " is authorised and not captured.";
        }
    }

    /** P1: nothing is promised that could be taken. */
    @Named("payment.refusal.NothingToCapture")
    record NothingToCapture() implements PaymentRefusal {
        @Override
        public String detail() {
            return "No authorised amount is left to capture.";
        }
    }

    /** P2: the refund is more than what is captured and still kept. */
    @Named("payment.refusal.MoreThanCaptured")
    record MoreThanCaptured(Money asked, Money left) implements PaymentRefusal {
        @Override
        public String detail() {
            return asked + " cannot be refunded: " + left + " is captured and not yet refunded.";
        }
    }

    /** P2: nothing was taken and kept. */
    @Named("payment.refusal.NothingToRefund")
    record NothingToRefund() implements PaymentRefusal {
        @Override
        public String detail() {
            return "No captured amount is left to refund.";
        }
    }

    /** P2: the bank gives back more than it had taken back. */
    @Named("payment.refusal.MoreThanChargedBack")
    record MoreThanChargedBack(Money asked, Money left) implements PaymentRefusal {
        @Override
        public String detail() {
            return asked + " cannot be reversed by the bank: " + left + " is charged back.";
        }
    }

    /** P5: the provider told a reference that belongs to another payment. */
    @Named("payment.refusal.ProviderReferenceTaken")
    record ProviderReferenceTaken(String provider, String reference, String paymentId) implements PaymentRefusal {
        @Override
        public String detail() {
            return "The reference " + reference + " of " + provider + " belongs to the payment " + paymentId + ".";
        }
    }

    /** There are no webhooks for that provider. */
    @Named("payment.refusal.ProviderNotFound")
    record ProviderNotFound(String provider) implements PaymentRefusal, NotFound {
        @Override
        public String detail() {
            return "The service accepts no webhooks of a provider " + provider + ".";
        }
    }

    /** The order takes no payment now; {@code code} is the order's own word for it. */
    @Named("payment.refusal.OrderTakesNoPayment")
    record OrderTakesNoPayment(String code, String detail) implements PaymentRefusal {}

    /** More is to be paid than the order is owed and was not promised. */
    @Named("payment.refusal.MoreThanDue")
    record MoreThanDue(Money asked, Money due) implements PaymentRefusal {
        @Override
        public String detail() {
            return asked + " cannot be paid: " + due + " is due and not promised by another payment.";
        }
    }

    @Named("payment.refusal.NothingToVoid")
    record NothingToVoid() implements PaymentRefusal {
        @Override
        public String detail() {
            return "No authorised amount is left to void.";
        }
    }
}
