package io.ordertrail.api.customer;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;
import java.util.List;

/** Refusals about what is kept of a customer, one record for each reason. */
public sealed interface CustomerRefusal extends Refusal {

    @Named("customer.refusal.CustomerNotFound")
    @Sentence("There is no customer {customerId}.")
    record CustomerNotFound(String customerId) implements CustomerRefusal, NotFound {}

    @Named("customer.refusal.NotErased")
    @Sentence("The personal data of customer {customerId} is not erased.")
    record NotErased(String customerId) implements CustomerRefusal, NotFound {}

    /** Nothing of them comes back, and nothing new begins. */
    @Named("customer.refusal.CustomerIsErased")
    @Sentence("The personal data of customer {customerId} is erased.")
    record CustomerIsErased(String customerId) implements CustomerRefusal {
        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    @Named("customer.refusal.UnderLegalHold")
    @Sentence("The data of customer {customerId} must be kept: {reason}")
    record UnderLegalHold(String customerId, String reason) implements CustomerRefusal {}

    @Named("customer.refusal.NoLegalHold")
    @Sentence("There is no legal hold on the data of customer {customerId}.")
    record NoLegalHold(String customerId) implements CustomerRefusal {}

    /** @param what stands in the way now: a legal hold, or what began just before the erasure */
    @Named("customer.refusal.ErasureWaits")
    @Sentence("The erasure of customer {customerId} waits for {what}.")
    record ErasureWaits(String customerId, String what) implements CustomerRefusal {}

    @Named("customer.refusal.NoErasureUnderWay")
    @Sentence("No erasure of customer {customerId} is under way.")
    record NoErasureUnderWay(String customerId) implements CustomerRefusal {}

    /**
     * Money must be told whose it is.
     *
     * @param accounts ids, some of them if there are many
     */
    @Named("customer.refusal.CustomerHasOpenAccounts")
    @Sentence("Customer {customerId} has accounts with money on them or on its way, or with a debt: {accounts}")
    record CustomerHasOpenAccounts(String customerId, List<String> accounts) implements CustomerRefusal {}

    /** @param orders ids, some of them if there are many */
    @Named("customer.refusal.CustomerHasOpenOrders")
    @Sentence("Customer {customerId} has open orders: {orders}")
    record CustomerHasOpenOrders(String customerId, List<String> orders) implements CustomerRefusal {}
}
