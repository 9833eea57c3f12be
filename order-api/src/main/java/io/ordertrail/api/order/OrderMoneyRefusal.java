package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.value.PaymentTerms;
import java.util.List;
import org.joda.money.Money;

/** Why something cannot be done with the money of an order. */
public sealed interface OrderMoneyRefusal extends OrderRefusal {

    /** O2: the caller's sum is not ours. */
    @Named("order.refusal.TotalMismatch")
    @Sentence("The order adds up to {actualTotal}, the request expected {expectedTotal}.")
    record TotalMismatch(Money expectedTotal, Money actualTotal) implements OrderMoneyRefusal, Unprocessable {

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expectedTotal", code(), detail()));
        }
    }

    /** O4. */
    @Named("order.refusal.NotPaid")
    @Sentence("The payment terms {terms} are not met: {due} is due.")
    record NotPaid(PaymentTerms terms, Money due) implements OrderMoneyRefusal {}

    /** O4: there is nothing to waive. */
    @Named("order.refusal.AlreadyPaid")
    @Sentence("The payment terms are already met.")
    record AlreadyPaid() implements OrderMoneyRefusal {}

    /** O6. */
    @Named("order.refusal.NoMoneyToRefund")
    @Sentence("No received money is left to refund.")
    record NoMoneyToRefund() implements OrderMoneyRefusal {}

    /** W5. */
    @Named("order.refusal.DebtNotFound")
    @Sentence("The order has no open debt {debtId}.")
    record DebtNotFound(String debtId) implements OrderMoneyRefusal, NotFound {}

    /** O6: more than the order may refund for this reason. */
    @Named("order.refusal.MoreThanOwed")
    @Sentence("{asked} is more than the {owed} that is owed.")
    record MoreThanOwed(Money asked, Money owed) implements OrderMoneyRefusal {}

    /** The same money cannot arrive twice. */
    @Named("order.refusal.ReferenceAlreadyRecorded")
    @Sentence("Money with the reference {reference} is already recorded for this order.")
    record ReferenceAlreadyRecorded(String reference) implements OrderMoneyRefusal {}

    @Named("order.refusal.NothingDue")
    @Sentence("No amount is due that is not already promised or asked for.")
    record NothingDue() implements OrderMoneyRefusal {}

    @Named("order.refusal.ExchangeWithItself")
    @Sentence("An order cannot be exchanged for itself.")
    record ExchangeWithItself() implements OrderMoneyRefusal, Unprocessable {}
}
