package io.ordertrail.app.importing.settlement;

import io.ordertrail.app.importing.client.Patience;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.order.PaymentSettler;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside the orders.
 *
 * @param stock the file of the opening stock, or null where no stock is entered
 * @param accounts whether the orders are paid from accounts of their customers
 * @param since when the stock was counted and the accounts were opened
 */
public record Books(@Nullable Path stock, boolean accounts, Instant since) {

    /** How orders become paid. */
    public PaymentSettler settler(Service service, Patience patience) {
        return accounts
                ? new FromAccounts(service, new CustomerAccounts(service, since), patience)
                : new RecordedByHand();
    }
}
