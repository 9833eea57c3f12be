package io.ordertrail.model.order.input;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.AddNote;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.CancelLines;
import io.ordertrail.api.order.OrderCommand.CancelOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.RecordShipped;
import io.ordertrail.api.order.OrderCommand.ReleaseOrder;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCommand.ResolveShipment;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.model.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a command means anything, whatever state the order is in; refused with {@link InvalidRequest} where it does not. */
public final class OrderValidation {

    /** It stands in the path of the request that resolves the problem. */
    private static final Pattern PROBLEM_ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    private OrderValidation() {}

    public static void check(ResolveShipment command) {
        new Faults().prose(command.reason(), "/reason").refuseIfAny();
    }

    public static void account(Faults faults, @Nullable String accountId, String pointer) {
        faults.unless(
                accountId == null || AccountId.isValid(accountId),
                pointer,
                "MALFORMED",
                "This is not the id of an account.");
    }

    public static void check(RequestReturn command) {
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

    public static void check(ReportProblem command) {
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

    public static void check(ResolveProblem command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    public static void check(HoldOrder command) {
        new Faults()
                .text(command.reason(), "/reason", Faults.MAX_REFERENCE)
                .prose(command.note(), "/note")
                .refuseIfAny();
    }

    public static void check(ReleaseOrder command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    public static void check(ApproveShipment command) {
        Faults faults = new Faults();
        part(faults, command.shipmentId(), command.orderId(), "/shipmentId");
        lines(faults, command.lines());
        faults.refuseIfAny();
    }

    public static void check(RecordShipped command) {
        new Faults()
                .optionalText(command.carrier(), "/carrier", Faults.MAX_REFERENCE)
                .optionalText(command.trackingNumber(), "/trackingNumber", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    public static void check(CancelOrder command) {
        Faults faults = new Faults();
        faults.present(command.reason(), "/reason");
        faults.prose(command.note(), "/note").refuseIfAny();
    }

    public static void check(CancelLines command) {
        Faults faults = new Faults();
        faults.present(command.reason(), "/reason");
        faults.prose(command.note(), "/note");
        lines(faults, command.lines());
        faults.refuseIfAny();
    }

    public static void check(AddNote command) {
        Faults faults = new Faults();
        faults.present(command.visibility(), "/visibility");
        prose(faults, command.text(), "/text");
        faults.refuseIfAny();
    }

    public static void prose(Faults faults, @Nullable String text, String pointer) {
        faults.unless(
                text != null && !text.isBlank(), pointer, "REQUIRED", pointer.substring(1) + " must say something.");
        faults.prose(text, pointer);
    }

    /** The id of a part leads to its order, so it must be made of it. */
    public static void part(Faults faults, String partId, String orderId, String pointer) {
        faults.unless(
                partId != null && OrderId.ofPart(partId).equals(Optional.of(orderId)),
                pointer,
                "MALFORMED",
                "This is not the id of a part of " + orderId + ".");
    }

    private static void lines(Faults faults, List<LineQuantity> lines) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size() && i <= BasketValidation.MAX_LINES; i++) {
            LineQuantity line = lines.get(i);
            faults.unless(
                    line.quantity() >= 1, "/lines/" + i + "/quantity", "OUT_OF_RANGE", "A quantity is 1 or more.");
            faults.unless(
                    seen.add(line.lineId()), "/lines/" + i + "/lineId", "REPEATED", "Each line is named at most once.");
        }
        faults.unless(
                lines.size() <= BasketValidation.MAX_LINES,
                "/lines",
                "TOO_MANY",
                "An order has at most " + BasketValidation.MAX_LINES + " lines.");
    }
}
