package io.ordertrail.api.order;

/**
 * The refusals in a row that an operation has met at a payment.
 *
 * @param number of the latest ask that was refused
 * @param failures how many, from 1
 * @param reason what the latest was given
 * @param again whether it may be asked for again
 */
public record AskFailure(int number, int failures, String reason, boolean again) {

    AskFailure retried() {
        return new AskFailure(number, failures, reason, true);
    }
}
