package io.ordertrail.model.order.money;

import io.ordertrail.api.personal.PersonalData;
import org.joda.money.Money;

/**
 * The refusals in a row that an operation has met at a payment.
 *
 * @param number of the latest ask that was refused
 * @param failures how many, from 1
 * @param reason what the latest was given
 * @param again whether it may be asked for again
 * @param gift so much of what was refused is a gift of the shop, and is one still when it is asked for again
 */
public record AskFailure(
        int number, int failures, @PersonalData String reason, boolean again, Money gift) {

    public AskFailure retried() {
        return new AskFailure(number, failures, reason, true, gift);
    }
}
