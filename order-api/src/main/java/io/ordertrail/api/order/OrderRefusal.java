package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Refusals of orders, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface OrderRefusal extends Refusal {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    @Named("order.refusal.OrderNotFound")
    record OrderNotFound(String what) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no order " + what + ".";
        }
    }

    @Named("order.refusal.ShipmentNotFound")
    record ShipmentNotFound(String shipmentId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no shipment " + shipmentId + ".";
        }
    }

    /** O2: the caller's sum is not ours. */
    @Named("order.refusal.TotalMismatch")
    record TotalMismatch(Money expectedTotal, Money actualTotal) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public String detail() {
            return "The order adds up to " + actualTotal + ", the request expected " + expectedTotal + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expectedTotal", code(), detail()));
        }
    }

    @Named("order.refusal.ExternalRefTaken")
    record ExternalRefTaken(String channel, String externalRef, String orderId) implements OrderRefusal {
        @Override
        public String detail() {
            return "The reference " + externalRef + " of channel " + channel + " already belongs to " + orderId + ".";
        }
    }

    @Named("order.refusal.OrderIdTaken")
    record OrderIdTaken(String orderId) implements OrderRefusal {
        @Override
        public String detail() {
            return "Another request already placed " + orderId + ".";
        }
    }

    @Named("order.refusal.WrongLifecycle")
    record WrongLifecycle(OrderLifecycle lifecycle) implements OrderRefusal {
        @Override
        public String detail() {
            return "The order is " + lifecycle + ".";
        }
    }

    @Named("order.refusal.OnHold")
    record OnHold(String reason) implements OrderRefusal {
        @Override
        public String detail() {
            return "The order is on hold: " + reason + ".";
        }
    }

    @Named("order.refusal.AlreadyOnHold")
    record AlreadyOnHold(String reason) implements OrderRefusal {
        @Override
        public String detail() {
            return "The order is already on hold: " + reason + ".";
        }
    }

    @Named("order.refusal.NotOnHold")
    record NotOnHold() implements OrderRefusal {
        @Override
        public String detail() {
            return "The order is not on hold.";
        }
    }

    /** O4. */
    @Named("order.refusal.NotPaid")
    record NotPaid(PaymentTerms terms, Money due) implements OrderRefusal {
        @Override
        public String detail() {
            return "The payment terms " + terms + " are not met: " + due + " is due.";
        }
    }

    /** O4: there is nothing to waive. */
    @Named("order.refusal.AlreadyPaid")
    record AlreadyPaid() implements OrderRefusal {
        @Override
        public String detail() {
            return "The payment terms are already met.";
        }
    }

    /** O3. */
    @Named("order.refusal.TooMany")
    record TooMany(String lineId, long asked, long left) implements OrderRefusal {
        @Override
        public String detail() {
            return "Line " + lineId + " has " + left + " units left, " + asked + " were asked for.";
        }
    }

    /** O3. */
    @Named("order.refusal.UnknownLine")
    record UnknownLine(String lineId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public String detail() {
            return "The order has no line " + lineId + ".";
        }
    }

    /** O3. */
    @Named("order.refusal.NothingLeftToShip")
    record NothingLeftToShip() implements OrderRefusal {
        @Override
        public String detail() {
            return "Every unit is approved for a shipment or cancelled.";
        }
    }

    @Named("order.refusal.NothingToDispatch")
    record NothingToDispatch() implements OrderRefusal {
        @Override
        public String detail() {
            return "There is no approved shipment to dispatch.";
        }
    }

    @Named("order.refusal.NothingToDeliver")
    record NothingToDeliver() implements OrderRefusal {
        @Override
        public String detail() {
            return "No shipment is under way.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyDispatched")
    record ShipmentAlreadyDispatched(String shipmentId) implements OrderRefusal {
        @Override
        public String detail() {
            return shipmentId + " was already dispatched.";
        }
    }

    @Named("order.refusal.ShipmentNotDispatched")
    record ShipmentNotDispatched(String shipmentId) implements OrderRefusal {
        @Override
        public String detail() {
            return shipmentId + " was not dispatched yet.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyDelivered")
    record ShipmentAlreadyDelivered(String shipmentId) implements OrderRefusal {
        @Override
        public String detail() {
            return shipmentId + " was already delivered.";
        }
    }

    /** O5. */
    @Named("order.refusal.ShipmentAlreadyApproved")
    record ShipmentAlreadyApproved() implements OrderRefusal {
        @Override
        public String detail() {
            return "A shipment of this order is already approved.";
        }
    }

    /** O5. */
    @Named("order.refusal.AlreadyDispatched")
    record AlreadyDispatched() implements OrderRefusal {
        @Override
        public String detail() {
            return "Goods of this order have already left.";
        }
    }

    @Named("order.refusal.NothingShippedYet")
    record NothingShippedYet() implements OrderRefusal {
        @Override
        public String detail() {
            return "Nothing is approved for shipment yet: cancel the whole order instead.";
        }
    }

    @Named("order.refusal.NothingLeftToCancel")
    record NothingLeftToCancel() implements OrderRefusal {
        @Override
        public String detail() {
            return "Every unit is approved for a shipment or already cancelled.";
        }
    }

    /** What is open is back-ordered, or was asked of stock and is not promised yet. */
    @Named("order.refusal.NothingInStock")
    record NothingInStock() implements OrderRefusal {
        @Override
        public String detail() {
            return "Every unit that is left waits for stock.";
        }
    }

    /** Stock has refused units of a line, so that the order is not confirmed. */
    @Named("order.refusal.LinesOutOfStock")
    record LinesOutOfStock(List<LineQuantity> lines) implements OrderRefusal {
        @Override
        public String detail() {
            return "Out of stock: "
                    + lines.stream()
                            .map(line -> line.quantity() + " of line " + line.lineId())
                            .collect(Collectors.joining(", "))
                    + ". Remove them, or ask again when they are in stock.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyWithdrawn")
    record ShipmentAlreadyWithdrawn(String shipmentId) implements OrderRefusal {
        @Override
        public String detail() {
            return shipmentId + " was withdrawn.";
        }
    }

    /** R1. */
    @Named("order.refusal.NoGoodsToReturn")
    record NoGoodsToReturn() implements OrderRefusal {
        @Override
        public String detail() {
            return "There is no shipped unit that is not in a return already.";
        }
    }

    /** R2. {@code until} was the last moment. */
    @Named("order.refusal.ReturnWindowClosed")
    record ReturnWindowClosed(String lineId, Instant until) implements OrderRefusal {
        @Override
        public String detail() {
            return "Line " + lineId + " could be returned until " + until
                    + "; after that a supervisor must give a reason.";
        }
    }

    /** O6. */
    @Named("order.refusal.NoMoneyToRefund")
    record NoMoneyToRefund() implements OrderRefusal {
        @Override
        public String detail() {
            return "No received money is left to refund.";
        }
    }

    @Named("order.refusal.UnknownReturn")
    record UnknownReturn(String returnId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "The order has no return " + returnId + ".";
        }
    }

    @Named("order.refusal.EditNotFound")
    record EditNotFound(String editId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no edit " + editId + ".";
        }
    }

    /** The order's goods are no longer those for which it was worked out. */
    @Named("order.refusal.EditOutdated")
    record EditOutdated(String editId) implements OrderRefusal {
        @Override
        public String detail() {
            return "The order has changed since " + editId + " was proposed. Propose it again.";
        }
    }

    @Named("order.refusal.ProblemNotFound")
    record ProblemNotFound(String problemId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "The order has no open problem " + problemId + ".";
        }
    }

    /** W2: the problem follows from the order's own state, and goes when that does. */
    @Named("order.refusal.ProblemStands")
    record ProblemStands(String problemId) implements OrderRefusal {
        @Override
        public String detail() {
            return "The problem " + problemId + " stays until its cause is gone: settle the debt, ask again, or"
                    + " change the order.";
        }
    }

    /** W5. */
    @Named("order.refusal.DebtNotFound")
    record DebtNotFound(String debtId) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "The order has no open debt " + debtId + ".";
        }
    }

    /** O6: more than the order may refund for this reason. */
    @Named("order.refusal.MoreThanOwed")
    record MoreThanOwed(Money asked, Money owed) implements OrderRefusal {
        @Override
        public String detail() {
            return asked + " is more than the " + owed + " that is owed.";
        }
    }

    /** The same money cannot arrive twice. */
    @Named("order.refusal.ReferenceAlreadyRecorded")
    record ReferenceAlreadyRecorded(String reference) implements OrderRefusal {
        @Override
        public String detail() {
            return "Money with the reference " + reference + " is already recorded for this order.";
        }
    }

    @Named("order.refusal.NothingDue")
    record NothingDue() implements OrderRefusal {
        @Override
        public String detail() {
            return "No amount is due that is not already promised or asked for.";
        }
    }

    /** W5: only a parcel that was lost or came back needs to be resolved, and that once. */
    @Named("order.refusal.ShipmentNotUndelivered")
    record ShipmentNotUndelivered(String shipmentId) implements OrderRefusal {
        @Override
        public String detail() {
            return shipmentId + " was not lost and did not come back, or this is settled already.";
        }
    }

    @Named("order.refusal.ExchangeWithItself")
    record ExchangeWithItself() implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public String detail() {
            return "An order cannot be exchanged for itself.";
        }
    }
}
