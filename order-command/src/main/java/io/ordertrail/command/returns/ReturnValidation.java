package io.ordertrail.command.returns;

import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.model.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether a command means anything, whatever state the return is in. */
final class ReturnValidation {

    /** As many lines as an order has at most, each with every disposition. */
    private static final int MAX_VERDICTS = 3000;

    private ReturnValidation() {}

    static void check(OpenReturn command) {
        Faults faults = new Faults();
        faults.unless(
                OrderId.ofPart(command.returnId()).equals(Optional.of(command.orderId())),
                "/returnId",
                "MALFORMED",
                "This is not the id of a part of " + command.orderId() + ".");
        faults.unless(!command.lines().isEmpty(), "/lines", "REQUIRED", "A return has at least one line.");
        account(faults, command.creditAccountId());
        faults.refuseIfAny();
    }

    static void check(ApproveReturn command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    static void check(RejectReturn command) {
        new Faults()
                .unless(
                        command.reason() != null && !command.reason().isBlank(),
                        "/reason",
                        "REQUIRED",
                        "reason must say something.")
                .prose(command.reason(), "/reason")
                .refuseIfAny();
    }

    static void check(ReceiveReturn command) {
        Faults faults = new Faults();
        Set<String> seen = new HashSet<>();
        List<ReturnedUnits> lines = command.lines();
        bounded(faults, lines.size(), "/lines");
        for (int i = 0; i < lines.size() && i < MAX_VERDICTS; i++) {
            String pointer = "/lines/" + i;
            faults.unless(
                    lines.get(i).quantity() >= 1, pointer + "/quantity", "OUT_OF_RANGE", "A quantity is 1 or more.");
            faults.unless(
                    seen.add(lines.get(i).lineId()),
                    pointer + "/lineId",
                    "REPEATED",
                    "Each line is named at most once.");
        }
        faults.refuseIfAny();
    }

    static void check(InspectReturn command) {
        Faults faults = new Faults();
        List<Verdict> verdicts = command.verdicts();
        faults.unless(!verdicts.isEmpty(), "/verdicts", "REQUIRED", "An inspection comes to a verdict.");
        bounded(faults, verdicts.size(), "/verdicts");
        for (int i = 0; i < verdicts.size() && i < MAX_VERDICTS; i++) {
            Verdict verdict = verdicts.get(i);
            String pointer = "/verdicts/" + i;
            faults.unless(verdict.quantity() >= 1, pointer + "/quantity", "OUT_OF_RANGE", "A quantity is 1 or more.");
            faults.present(verdict.disposition(), pointer + "/disposition");
            faults.prose(verdict.note(), pointer + "/note");
        }
        if (command.deduction() != null) {
            faults.text(command.deductionReason(), "/deductionReason", Faults.MAX_NAME);
        }
        faults.refuseIfAny();
    }

    /** What goes back beside {@code goods}, the worth of what was accepted, and what is kept of it: never more than all. */
    static void checkAmounts(InspectReturn command, Money goods) {
        Faults faults = new Faults();
        if (command.shipping() != null) {
            faults.amount(command.shipping(), "/shipping", goods.getCurrencyUnit());
        }
        if (command.deduction() != null && faults.amount(command.deduction(), "/deduction", goods.getCurrencyUnit())) {
            faults.unless(
                    !command.deduction().isGreaterThan(goods),
                    "/deduction",
                    "OUT_OF_RANGE",
                    "At most what was accepted is worth can be kept: " + goods + ".");
        }
        faults.refuseIfAny();
    }

    static void check(RetryRefund command) {
        Faults faults = new Faults();
        account(faults, command.creditAccountId());
        faults.refuseIfAny();
    }

    private static void account(Faults faults, @Nullable String accountId) {
        faults.unless(
                accountId == null || AccountId.isValid(accountId),
                "/creditAccountId",
                "MALFORMED",
                "This is not the id of an account.");
    }

    private static void bounded(Faults faults, int size, String pointer) {
        faults.unless(size <= MAX_VERDICTS, pointer, "TOO_MANY", "There are at most " + MAX_VERDICTS + " of these.");
    }
}
