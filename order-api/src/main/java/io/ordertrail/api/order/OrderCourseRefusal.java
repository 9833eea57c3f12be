package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;

/** Why something cannot be done with an order as a whole. */
public sealed interface OrderCourseRefusal extends OrderRefusal {

    @Named("order.refusal.OrderNotFound")
    record OrderNotFound(String what) implements OrderCourseRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no order " + what + ".";
        }
    }

    @Named("order.refusal.ExternalRefTaken")
    record ExternalRefTaken(String channel, String externalRef, String orderId) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The reference " + externalRef + " of channel " + channel + " already belongs to " + orderId + ".";
        }
    }

    @Named("order.refusal.OrderIdTaken")
    record OrderIdTaken(String orderId) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "Another request already placed " + orderId + ".";
        }
    }

    @Named("order.refusal.WrongLifecycle")
    record WrongLifecycle(OrderLifecycle lifecycle) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The order is " + lifecycle + ".";
        }
    }

    @Named("order.refusal.OnHold")
    record OnHold(String reason) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The order is on hold: " + reason + ".";
        }
    }

    @Named("order.refusal.AlreadyOnHold")
    record AlreadyOnHold(String reason) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The order is already on hold: " + reason + ".";
        }
    }

    @Named("order.refusal.NotOnHold")
    record NotOnHold() implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The order is not on hold.";
        }
    }

    @Named("order.refusal.EditNotFound")
    record EditNotFound(String editId) implements OrderCourseRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no edit " + editId + ".";
        }
    }

    /** The order's goods are no longer those for which it was worked out. */
    @Named("order.refusal.EditOutdated")
    record EditOutdated(String editId) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The order has changed since " + editId + " was proposed. Propose it again.";
        }
    }

    @Named("order.refusal.ProblemNotFound")
    record ProblemNotFound(String problemId) implements OrderCourseRefusal, NotFound {
        @Override
        public String detail() {
            return "The order has no open problem " + problemId + ".";
        }
    }

    /** W2: the problem follows from the order's own state, and goes when that does. */
    @Named("order.refusal.ProblemStands")
    record ProblemStands(String problemId) implements OrderCourseRefusal {
        @Override
        public String detail() {
            return "The problem " + problemId + " stays until its cause is gone: settle the debt, ask again, or"
                    + " change the order.";
        }
    }
}
