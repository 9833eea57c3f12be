package io.ordertrail.model.returns;

import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.returns.ReturnAction;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnRefusal.MoreThanRequested;
import io.ordertrail.api.returns.ReturnRefusal.NotInReturn;
import io.ordertrail.api.returns.ReturnRefusal.NotToBeClosed;
import io.ordertrail.api.returns.ReturnRefusal.RefundTooHigh;
import io.ordertrail.api.returns.ReturnRefusal.VerdictsDoNotAddUp;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.kernel.Split;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What may be done to a return, as far as it has come. Each rule refuses or says nothing. */
public record ReturnRules(ReturnState state) {

    public void allow(ReturnAction action) {
        boolean isComplete = state.lines().stream().allMatch(line -> leftOf(line) <= 0);
        boolean isOwed = state.due() != null && state.due().isPositive();
        action.refusalWhen(state.status(), isComplete, isOwed).ifPresent(no -> {
            throw new Refused(no);
        });
    }

    /** Rule R1: what came, or all that is left where nothing is named, if it was to come. */
    public List<ReturnedUnits> withinWhatWasRequested(List<ReturnedUnits> came) {
        allow(ReturnAction.RECEIVE);
        for (ReturnedUnits units : came) {
            int left = leftOf(line(units.lineId()));
            if (units.quantity() > left) {
                throw new Refused(new MoreThanRequested(units.lineId(), units.quantity(), left));
            }
        }
        return came.isEmpty() ? allThatIsLeft() : List.copyOf(came);
    }

    /**
     * What goes back beside {@code goods}, the worth of what was accepted, and what is kept of it: never more than all.
     */
    public static void amountsFit(InspectReturn command, Money goods) {
        Faults.refuse(Stream.concat(
                CrossFaults.inCurrency(goods.getCurrencyUnit(), command.shipping(), "/shipping"),
                CrossFaults.inCurrency(goods.getCurrencyUnit(), command.deduction(), "/deduction")));
        Faults.unless(
                command.deduction() == null || !command.deduction().isGreaterThan(goods),
                "/deduction",
                FaultCode.OUT_OF_RANGE,
                "At most what was accepted is worth can be kept: " + goods + ".");
    }

    /** Rule R4: every unit that came, and no other, has one verdict. */
    public void everyUnitHasItsVerdict(List<Verdict> verdicts) {
        allow(ReturnAction.INSPECT);
        verdicts.forEach(verdict -> line(verdict.lineId()));
        for (ReturnLine line : state.lines()) {
            long judged = judged(verdicts, line.lineId(), true);
            int came = state.receivedOf(line.lineId());
            if (judged != came) {
                throw new Refused(new VerdictsDoNotAddUp(line.lineId(), came, judged));
            }
        }
    }

    /**
     * Rule R3: the worth of every unit that was not rejected. All units of a line together are worth the line, to the
     * cent.
     */
    public Money worthOf(List<Verdict> verdicts) {
        Money sum = Money.zero(state.lines().get(0).worth().getCurrencyUnit());
        for (ReturnLine line : state.lines()) {
            long units = judged(verdicts, line.lineId(), false);
            sum = sum.plus(Split.portion(line.worth(), 0, units, line.quantity()));
        }
        return sum;
    }

    /** One for each verdict, all of which are of lines of the return. */
    public List<String> skusOf(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> line(verdict.lineId()).sku()).toList();
    }

    /** Rule R3: once it was inspected, and with no more than was to be given back. */
    public void isSettledWith(Money amount) {
        if (state.status() != RmaStatus.INSPECTED) {
            throw new Refused(new NotToBeClosed(state.status()));
        }
        if (amount.isGreaterThan(due())) {
            throw new Refused(new RefundTooHigh(amount, due()));
        }
    }

    /** What nobody has looked at does not end by hand, and what is still owed only by a supervisor's. */
    public void mayBeClosedBy(Caller caller) {
        allow(ReturnAction.CLOSE);
        if (!due().isZero()) {
            caller.mustBe(Role.SUPERVISOR);
        }
    }

    public boolean isOverdue(Instant now) {
        return state.status() == RmaStatus.APPROVED
                && !now.isBefore(Objects.requireNonNull(state.dueBy(), "An approved return is due"));
    }

    private Money due() {
        return Objects.requireNonNull(state.due(), "It was inspected");
    }

    private List<ReturnedUnits> allThatIsLeft() {
        return state.lines().stream()
                .map(line -> new ReturnedUnits(line.lineId(), leftOf(line)))
                .filter(units -> units.quantity() > 0)
                .toList();
    }

    private int leftOf(ReturnLine line) {
        return line.quantity() - state.receivedOf(line.lineId());
    }

    private ReturnLine line(String lineId) {
        return state.lines().stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new Refused(new NotInReturn(lineId)));
    }

    private static long judged(List<Verdict> verdicts, String lineId, boolean rejectedToo) {
        return verdicts.stream()
                .filter(verdict -> verdict.lineId().equals(lineId))
                .filter(verdict -> rejectedToo || verdict.disposition() != Disposition.REJECT)
                .mapToLong(Verdict::quantity)
                .sum();
    }
}
