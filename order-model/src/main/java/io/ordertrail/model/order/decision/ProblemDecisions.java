package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderCourseRefusal.ProblemNotFound;
import io.ordertrail.api.order.OrderCourseRefusal.ProblemStands;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.model.order.difference.DerivedProblems;
import java.util.List;

/** What people and processes have to say about an order. */
public record ProblemDecisions(OrderContext order) {

    /** What a customer writes they see themselves. */
    public List<OrderEvent> note(AddNote command) {
        new PersonalDataDecisions(order).mustBeKept();
        NoteVisibility visibility = order.caller().isCustomer() ? NoteVisibility.CUSTOMER : command.visibility();
        return List.of(new OrderNoteAdded(
                order.orderId(), order.facts().customerId(), command.text(), visibility, order.at(command.at())));
    }

    public List<OrderEvent> report(ReportProblem command) {
        return order.facts().problems().contains(command.problemId())
                ? List.of()
                : List.of(new OrderProblemReported(
                        order.orderId(), command.problemId(), command.code(), command.detail(), order.now()));
    }

    /** What is resolved twice is resolved. Only a person who names a problem that never was is told so. */
    public List<OrderEvent> resolve(ResolveProblem command) {
        if (DerivedProblems.isOne(command.problemId()) || isOfMissingParcel(command.problemId())) {
            throw new Refused(new ProblemStands(command.problemId()));
        }
        if (order.facts().problems().contains(command.problemId())) {
            return List.of(new OrderProblemResolved(order.orderId(), command.problemId(), command.note(), order.now()));
        }
        if (order.caller().is(Role.SERVICE) || order.state().resolved().contains(command.problemId())) {
            return List.of();
        }
        throw new Refused(new ProblemNotFound(command.problemId()));
    }

    /** What becomes of such a parcel must be said: until then the order can never end. */
    private boolean isOfMissingParcel(String problemId) {
        return problemId.startsWith(ShipmentDecisions.PROBLEM)
                && order.facts().problems().contains(problemId);
    }
}
