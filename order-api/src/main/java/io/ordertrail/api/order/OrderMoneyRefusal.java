package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.value.PaymentTerms;
import java.util.List;
import org.joda.money.Money;

/** Why something cannot be done with the money of an order. */
public sealed interface OrderMoneyRefusal extends OrderRefusal {

    /** O2: the caller's sum is not ours. */
    @Named("order.refusal.TotalMismatch")
    record TotalMismatch(Money expectedTotal, Money actualTotal) implements OrderMoneyRefusal, Unprocessable {
        @Override
        public String detail() {
            return "The order adds up to " + actualTotal + ", the request expected " + expectedTotal + ".";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expectedTotal", code(), detail()));
        }
    }

    /** O4. */
    @Named("order.refusal.NotPaid")
    record NotPaid(PaymentTerms terms, Money due) implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return "The payment terms " + terms + " are not met: " + due + " is due.";
        }
    }

    /** O4: there is nothing to waive. */
    @Named("order.refusal.AlreadyPaid")
    record AlreadyPaid() implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return "The payment terms are already met.";
        }
    }

    /** O6. */
    @Named("order.refusal.NoMoneyToRefund")
    record NoMoneyToRefund() implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return "No received money is left to refund.";
        }
    }

    /** W5. */
    @Named("order.refusal.DebtNotFound")
    record DebtNotFound(String debtId) implements OrderMoneyRefusal, NotFound {
        @Override
        public String detail() {
            return "The order has no open debt " + debtId + ".";
        }
    }

    /** O6: more than the order may refund for this reason. */
    @Named("order.refusal.MoreThanOwed")
    record MoreThanOwed(Money asked, Money owed) implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return asked + " is more than the " + owed + " that is owed.";
        }
    }

    /** The same money cannot arrive twice. */
    @Named("order.refusal.ReferenceAlreadyRecorded")
    record ReferenceAlreadyRecorded(String reference) implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return "Money with the reference " + reference + " is already recorded for this order.";
        }
    }

    @Named("order.refusal.NothingDue")
    record NothingDue() implements OrderMoneyRefusal {
        @Override
        public String detail() {
            return "No amount is due that is not already promised or asked for.";
        }
    }

    @Named("order.refusal.ExchangeWithItself")
    record ExchangeWithItself() implements OrderMoneyRefusal, Unprocessable {
        @Override
        public String detail() {
            return "An order cannot be exchanged for itself.";
        }
    }
}
