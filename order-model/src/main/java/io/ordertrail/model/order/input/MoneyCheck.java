package io.ordertrail.model.order.input;

import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.DebtSettlement;
import io.ordertrail.api.order.OrderCommand.PayFromExchange;
import io.ordertrail.api.order.OrderCommand.PayOrder;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RequestRefund;
import io.ordertrail.api.order.OrderCommand.RequestVoid;
import io.ordertrail.api.order.OrderCommand.SettleDebt;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.model.kernel.Faults;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** {@link OrderValidation} for what is asked and said of money; refused with {@link InvalidRequest} where it means nothing. */
public final class MoneyCheck {

    private MoneyCheck() {}

    public static void check(PayOrder command, CurrencyUnit currency) {
        Faults faults = new Faults();
        OrderValidation.part(faults, command.paymentId(), command.orderId(), "/paymentId");
        faults.present(command.choice(), "/method");
        positive(faults, command.amount(), currency);
        faults.refuseIfAny();
    }

    public static void check(RecordPayment command, CurrencyUnit currency) {
        Faults faults = new Faults();
        OrderValidation.part(faults, command.paymentId(), command.orderId(), "/paymentId");
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE);
        if (faults.present(command.amount(), "/amount")) {
            positive(faults, command.amount(), currency);
        }
        faults.refuseIfAny();
    }

    /** The other order may be of another currency. */
    public static void check(PayFromExchange command, CurrencyUnit currency) {
        Faults faults = new Faults();
        OrderValidation.part(faults, command.paymentId(), command.orderId(), "/paymentId");
        if (faults.present(command.amount(), "/amount")) {
            positive(faults, command.amount(), currency);
        }
        faults.refuseIfAny();
    }

    public static void check(RequestVoid command) {
        new Faults().prose(command.reason(), "/reason").refuseIfAny();
    }

    public static void check(RequestRefund command, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, command.amount(), currency);
        OrderValidation.account(faults, command.to(), "/to");
        faults.unless(
                        command.kind() == RefundKind.GOODWILL
                                || command.kind() == RefundKind.OTHER_MEANS
                                || command.kind() == RefundKind.CORRECTION,
                        "/kind",
                        "UNSUPPORTED_KIND",
                        "Say what the refund is: GOODWILL (the order is worth less), OTHER_MEANS (it is to be paid another way)"
                                + " or CORRECTION (it was too much).")
                .prose(command.reason(), "/reason");
        faults.refuseIfAny();
    }

    public static void check(SettleDebt command, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, command.amount(), currency);
        OrderValidation.account(faults, command.accountId(), "/accountId");
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE);
        if (faults.present(command.how(), "/how")) {
            faults.unless(
                    (command.how() == DebtSettlement.TO_ACCOUNT) == (command.accountId() != null),
                    "/accountId",
                    "MISMATCH",
                    "An account is named where the money goes to one, and nowhere else.");
        }
        OrderValidation.prose(faults, command.reason(), "/reason");
        faults.refuseIfAny();
    }

    public static void check(WaivePayment command) {
        Faults faults = new Faults();
        OrderValidation.prose(faults, command.reason(), "/reason");
        faults.refuseIfAny();
    }

    /** One that may be absent, which means all that is left. */
    public static void amount(@Nullable Money amount, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, amount, currency);
        faults.refuseIfAny();
    }

    private static void positive(Faults faults, @Nullable Money amount, CurrencyUnit currency) {
        if (amount != null && faults.amount(amount, "/amount", currency)) {
            faults.unless(!amount.isZero(), "/amount", "ZERO", "An amount is more than nothing.");
        }
    }
}
