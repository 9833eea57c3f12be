package io.ordertrail.api.returns;

import io.ordertrail.api.personal.PersonalData;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Units of a line that are to come back.
 *
 * @param quantity units, at least 1
 * @param worth what the customer pays for these units, tax included: no more is refunded for them (rule R3)
 * @param reason the customer's, such as DAMAGED
 */
public record ReturnLine(
        String lineId,
        String sku,
        int quantity,
        Money worth,
        @PersonalData @Nullable String reason) {

    @Override
    public String toString() {
        return quantity + " of " + sku;
    }
}
