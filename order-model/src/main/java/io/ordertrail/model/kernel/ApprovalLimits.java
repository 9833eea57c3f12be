package io.ordertrail.model.kernel;

import io.ordertrail.api.message.ApprovalKind;
import java.time.Duration;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How much one person may decide on alone.
 *
 * @param most by kind and currency; without an entry, any amount
 * @param waiting how long what was asked for waits for a second person
 */
public record ApprovalLimits(Map<ApprovalKind, Map<CurrencyUnit, Money>> most, Duration waiting) {

    /** One person decides on everything. */
    public static final ApprovalLimits NONE = new ApprovalLimits(Map.of(), Duration.ofDays(7));

    public boolean isBeyond(ApprovalKind kind, Money amount) {
        Money limit = most.getOrDefault(kind, Map.of()).get(amount.getCurrencyUnit());
        return limit != null && amount.isGreaterThan(limit);
    }
}
