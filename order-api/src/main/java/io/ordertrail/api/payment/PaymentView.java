package io.ordertrail.api.payment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stood after the event of sequence number {@code version}. Of one that is known to its order alone,
 * because it has not begun yet or never could, the version counts what the order knows of it.
 *
 * @param method the provider's name
 * @param accountId the account that pays, of ACCOUNT
 * @param reference by which it is found where it arrived, for money that came by hand
 * @param authorized everything that was ever authorised
 * @param released what was promised and can no longer be taken
 * @param reason why it was declined, or null
 * @param expiresAt when what is promised ends; null before there is a promise
 * @param openRequest what the provider has been asked and not answered, or null
 */
@Named("payment.PaymentView")
@RecordBuilder
public record PaymentView(
        String id,
        String orderId,
        long version,
        String method,
        @Nullable String accountId,
        @PersonalData @Nullable String reference,
        PaymentStage status,
        Money amount,
        Money authorized,
        Money captured,
        Money released,
        Money refunded,
        Money chargedBack,
        @PersonalData @Nullable String reason,
        @Nullable Instant expiresAt,
        @Nullable OpenRequest openRequest,
        List<Capture> captures,
        List<Refund> refunds,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A question to the provider.
     *
     * @param unknown whether the outcome of the request is unknown; it is looked up again and again
     * @param overdue whether no look-up brought an answer in all the time that was given to them
     */
    public record OpenRequest(
            PaymentOperation operation, Money amount, Instant since, boolean unknown, boolean overdue) {}

    /** Money that was taken. {@code number} is of the order's ask; null for money that came another way. */
    public record Capture(@Nullable Integer number, Money amount, Instant at) {}

    /**
     * A refund that was asked for.
     *
     * @param number of the order's ask
     * @param reason why, and of one that failed why it did
     */
    @RecordBuilder
    public record Refund(
            int number,
            RefundStatus status,
            Money amount,
            @PersonalData @Nullable String reason,
            Instant at) {}

    public enum RefundStatus {
        REQUESTED,
        REFUNDED,
        FAILED
    }
}
