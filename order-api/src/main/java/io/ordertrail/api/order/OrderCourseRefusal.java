package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.PersonalData;

/** Why something cannot be done with an order as a whole. */
public sealed interface OrderCourseRefusal extends OrderRefusal {

    @Named("order.refusal.OrderNotFound")
    @Sentence("There is no order {what}.")
    record OrderNotFound(String what) implements OrderCourseRefusal, NotFound {}

    @Named("order.refusal.ExternalRefTaken")
    @Sentence("The reference {externalRef} of channel {channel} already belongs to {orderId}.")
    record ExternalRefTaken(String channel, String externalRef, String orderId) implements OrderCourseRefusal {}

    @Named("order.refusal.OrderIdTaken")
    @Sentence("Another request already placed {orderId}.")
    record OrderIdTaken(String orderId) implements OrderCourseRefusal {}

    @Named("order.refusal.WrongLifecycle")
    @Sentence("The order is {lifecycle}.")
    record WrongLifecycle(OrderLifecycle lifecycle) implements OrderCourseRefusal {}

    @Named("order.refusal.OnHold")
    @Sentence("The order is on hold: {reason}.")
    record OnHold(@PersonalData String reason) implements OrderCourseRefusal {}

    @Named("order.refusal.AlreadyOnHold")
    @Sentence("The order is already on hold: {reason}.")
    record AlreadyOnHold(@PersonalData String reason) implements OrderCourseRefusal {}

    @Named("order.refusal.NotOnHold")
    @Sentence("The order is not on hold.")
    record NotOnHold() implements OrderCourseRefusal {}

    @Named("order.refusal.EditNotFound")
    @Sentence("There is no edit {editId}.")
    record EditNotFound(String editId) implements OrderCourseRefusal, NotFound {}

    /** The order's goods are no longer those for which it was worked out. */
    @Named("order.refusal.EditOutdated")
    @Sentence("The order has changed since {editId} was proposed. Propose it again.")
    record EditOutdated(String editId) implements OrderCourseRefusal {}

    @Named("order.refusal.ProblemNotFound")
    @Sentence("The order has no open problem {problemId}.")
    record ProblemNotFound(String problemId) implements OrderCourseRefusal, NotFound {}

    /** W2: the problem follows from the order's own state, and goes when that does. */
    @Named("order.refusal.ProblemStands")
    @Sentence(
            "The problem {problemId} stays until its cause is gone: settle the debt, ask again, decide on what waits, or change the order.")
    record ProblemStands(String problemId) implements OrderCourseRefusal {}
}
