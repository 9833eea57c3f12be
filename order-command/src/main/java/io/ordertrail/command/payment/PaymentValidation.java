package io.ordertrail.command.payment;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.command.payment.provider.Reason;
import io.ordertrail.model.kernel.Faults;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whether a command means anything, whatever state the payment is in. */
final class PaymentValidation {

    /** The most characters of what a provider says, and of the names it gives. */
    static final int MAX_PROVIDERS_WORD = 200;

    private PaymentValidation() {}

    static void check(InitiatePayment command) {
        Faults faults = new Faults();
        partOf(faults, command.paymentId(), command.orderId());
        faults.text(command.customerId(), "/customerId", Faults.MAX_REFERENCE);
        if (faults.present(command.amount(), "/amount")) {
            amount(faults, command.amount(), command.amount().getCurrencyUnit());
        }
        faults.refuseIfAny();
    }

    static void check(RecordManualPayment command) {
        Faults faults = new Faults();
        partOf(faults, command.paymentId(), command.orderId());
        if (faults.present(command.amount(), "/amount")) {
            amount(faults, command.amount(), command.amount().getCurrencyUnit());
        }
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(CapturePayment command, CurrencyUnit currency) {
        Faults faults = new Faults();
        number(faults, command.number());
        amount(faults, command.amount(), currency);
        faults.refuseIfAny();
    }

    static void check(VoidPayment command) {
        Faults faults = new Faults();
        number(faults, command.number());
        faults.prose(command.reason(), "/reason").refuseIfAny();
    }

    static void check(RefundPayment command, CurrencyUnit currency) {
        Faults faults = new Faults();
        number(faults, command.number());
        amount(faults, command.amount(), currency);
        faults.prose(command.reason(), "/reason").refuseIfAny();
    }

    /** Whatever reason a provider tells is good: {@link Reason}. */
    static void check(RecordProviderAnswer command) {
        Faults faults = new Faults();
        faults.present(command.outcome(), "/outcome");
        faults.text(command.providerKey(), "/providerKey", MAX_PROVIDERS_WORD)
                .optionalText(command.providerEventId(), "/eventId", MAX_PROVIDERS_WORD)
                .optionalText(command.providerReference(), "/providerReference", MAX_PROVIDERS_WORD)
                .refuseIfAny();
    }

    static void check(RecordChargeback command, CurrencyUnit currency) {
        dispute(command.providerEventId(), command.amount(), currency);
    }

    static void check(RecordChargebackReversal command, CurrencyUnit currency) {
        dispute(command.providerEventId(), command.amount(), currency);
    }

    private static void dispute(String providerEventId, Money amount, CurrencyUnit currency) {
        Faults faults = new Faults();
        faults.text(providerEventId, "/eventId", MAX_PROVIDERS_WORD);
        amount(faults, amount, currency);
        faults.refuseIfAny();
    }

    private static void number(Faults faults, int number) {
        faults.unless(number > 0, "/number", "TOO_SMALL", "Asks are counted from 1.");
    }

    private static void amount(Faults faults, Money amount, CurrencyUnit currency) {
        if (faults.amount(amount, "/amount", currency)) {
            faults.unless(!amount.isZero(), "/amount", "ZERO", "An amount of a payment is more than nothing.");
        }
    }

    private static void partOf(Faults faults, String paymentId, String orderId) {
        faults.unless(
                OrderId.ofPart(paymentId).equals(Optional.of(orderId)),
                "/paymentId",
                "MALFORMED",
                "This is not the id of a payment of " + orderId + ".");
    }
}
