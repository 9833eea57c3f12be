package io.ordertrail.command.order;

import io.ordertrail.api.RequestRefusal.InvalidRequest;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.order.DebtSettlement;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.PayFromExchange;
import io.ordertrail.api.order.OrderCommand.PayOrder;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.RequestRefund;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderCommand.RequestVoid;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCommand.ResolveShipment;
import io.ordertrail.api.order.OrderCommand.SettleDebt;
import io.ordertrail.api.order.OrderCommand.WaivePayment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.command.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether a command means anything, whatever state the order is in; refused with {@link InvalidRequest} where it does not. */
final class WellFormed {

    /** It stands in the path of the request that resolves the problem. */
    private static final Pattern PROBLEM_ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    private WellFormed() {}

    static void check(PayOrder command, CurrencyUnit currency) {
        Faults faults = new Faults();
        part(faults, command.paymentId(), command.orderId(), "/paymentId");
        faults.present(command.choice(), "/method");
        positive(faults, command.amount(), currency);
        faults.refuseIfAny();
    }

    static void check(RecordPayment command, CurrencyUnit currency) {
        Faults faults = new Faults();
        part(faults, command.paymentId(), command.orderId(), "/paymentId");
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE);
        if (faults.present(command.amount(), "/amount")) {
            positive(faults, command.amount(), currency);
        }
        faults.refuseIfAny();
    }

    /** The other order may be of another currency. */
    static void check(PayFromExchange command, CurrencyUnit currency) {
        Faults faults = new Faults();
        part(faults, command.paymentId(), command.orderId(), "/paymentId");
        if (faults.present(command.amount(), "/amount")) {
            positive(faults, command.amount(), currency);
        }
        faults.refuseIfAny();
    }

    static void check(RequestVoid command) {
        new Faults().prose(command.reason(), "/reason").refuseIfAny();
    }

    static void check(RequestRefund command, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, command.amount(), currency);
        account(faults, command.to(), "/to");
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

    static void check(SettleDebt command, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, command.amount(), currency);
        account(faults, command.accountId(), "/accountId");
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE);
        if (faults.present(command.how(), "/how")) {
            faults.unless(
                    (command.how() == DebtSettlement.TO_ACCOUNT) == (command.accountId() != null),
                    "/accountId",
                    "MISMATCH",
                    "An account is named where the money goes to one, and nowhere else.");
        }
        prose(faults, command.reason(), "/reason");
        faults.refuseIfAny();
    }

    static void check(ResolveShipment command) {
        new Faults().prose(command.reason(), "/reason").refuseIfAny();
    }

    /** One that may be absent, which means all that is left. */
    static void amount(@Nullable Money amount, CurrencyUnit currency) {
        Faults faults = new Faults();
        positive(faults, amount, currency);
        faults.refuseIfAny();
    }

    private static void positive(Faults faults, @Nullable Money amount, CurrencyUnit currency) {
        if (amount != null && faults.amount(amount, "/amount", currency)) {
            faults.unless(!amount.isZero(), "/amount", "ZERO", "An amount is more than nothing.");
        }
    }

    private static void account(Faults faults, @Nullable String accountId, String pointer) {
        faults.unless(
                accountId == null || AccountId.isValid(accountId),
                pointer,
                "MALFORMED",
                "This is not the id of an account.");
    }

    static void check(RequestReturn command) {
        Faults faults = new Faults();
        part(faults, command.returnId(), command.orderId(), "/returnId");
        faults.unless(!command.lines().isEmpty(), "/lines", "REQUIRED", "A return names one line at least.");
        lines(faults, command.lines());
        // The return that is opened then must not refuse what the order has taken in.
        account(faults, command.creditAccountId(), "/creditAccountId");
        faults.prose(command.reason(), "/reason")
                .unless(
                        command.exchangeOrderId() == null || OrderId.isValid(command.exchangeOrderId()),
                        "/exchangeOrderId",
                        "MALFORMED",
                        "This is not the id of an order.");
        if (command.override() != null) {
            prose(faults, command.override(), "/override");
        }
        faults.refuseIfAny();
    }

    static void check(ReportProblem command) {
        Faults faults = new Faults();
        faults.unless(
                command.problemId() != null
                        && PROBLEM_ID.matcher(command.problemId()).matches(),
                "/problemId",
                "MALFORMED",
                "The id of a problem has 1 to 200 letters, digits, dots, colons, dashes or underscores.");
        faults.text(command.code(), "/code", Faults.MAX_REFERENCE);
        prose(faults, command.detail(), "/detail");
        faults.refuseIfAny();
    }

    static void check(ResolveProblem command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    static void check(WaivePayment command) {
        Faults faults = new Faults();
        prose(faults, command.reason(), "/reason");
        faults.refuseIfAny();
    }

    static void check(HoldOrder command) {
        new Faults()
                .text(command.reason(), "/reason", Faults.MAX_REFERENCE)
                .prose(command.note(), "/note")
                .refuseIfAny();
    }

    static void check(ReleaseOrder command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    static void check(ApproveShipment command) {
        Faults faults = new Faults();
        part(faults, command.shipmentId(), command.orderId(), "/shipmentId");
        lines(faults, command.lines());
        faults.refuseIfAny();
    }

    static void check(RecordShipped command) {
        new Faults()
                .optionalText(command.carrier(), "/carrier", Faults.MAX_REFERENCE)
                .optionalText(command.trackingNumber(), "/trackingNumber", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(CancelOrder command) {
        Faults faults = new Faults();
        faults.present(command.reason(), "/reason");
        faults.prose(command.note(), "/note").refuseIfAny();
    }

    static void check(CancelLines command) {
        Faults faults = new Faults();
        faults.present(command.reason(), "/reason");
        faults.prose(command.note(), "/note");
        lines(faults, command.lines());
        faults.refuseIfAny();
    }

    static void check(AddNote command) {
        Faults faults = new Faults();
        faults.present(command.visibility(), "/visibility");
        prose(faults, command.text(), "/text");
        faults.refuseIfAny();
    }

    private static void prose(Faults faults, @Nullable String text, String pointer) {
        faults.unless(
                text != null && !text.isBlank(), pointer, "REQUIRED", pointer.substring(1) + " must say something.");
        faults.prose(text, pointer);
    }

    /** The id of a part leads to its order, so it must be made of it. */
    static void part(Faults faults, String partId, String orderId, String pointer) {
        faults.unless(
                partId != null && OrderId.ofPart(partId).equals(Optional.of(orderId)),
                pointer,
                "MALFORMED",
                "This is not the id of a part of " + orderId + ".");
    }

    private static void lines(Faults faults, List<LineQuantity> lines) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size() && i <= BasketCheck.MAX_LINES; i++) {
            LineQuantity line = lines.get(i);
            faults.unless(
                    line.quantity() >= 1, "/lines/" + i + "/quantity", "OUT_OF_RANGE", "A quantity is 1 or more.");
            faults.unless(
                    seen.add(line.lineId()), "/lines/" + i + "/lineId", "REPEATED", "Each line is named at most once.");
        }
        faults.unless(
                lines.size() <= BasketCheck.MAX_LINES,
                "/lines",
                "TOO_MANY",
                "An order has at most " + BasketCheck.MAX_LINES + " lines.");
    }
}
