package io.ordertrail.command.order;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.axon.settings.SettingCheck;
import io.ordertrail.model.kernel.ApprovalLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one person may decide on alone, by currency. More waits for a second person; a currency that is not named has no
 * limit.
 *
 * @param refunds the highest refund, such as {@code refunds.EUR=500}
 * @param waivers the highest amount due of an order whose goods may leave unpaid
 * @param writeOffs the highest debt that is written off
 * @param adjustments the highest amount that comes to an account, or leaves it, by hand
 * @param waiting how long what was asked for waits
 */
@ConfigurationProperties("ordertrail.approvals")
record ApprovalProperties(
        @DefaultValue Map<String, BigDecimal> refunds,
        @DefaultValue Map<String, BigDecimal> waivers,
        @DefaultValue Map<String, BigDecimal> writeOffs,
        @DefaultValue Map<String, BigDecimal> adjustments,
        @DefaultValue("7d") Duration waiting) {

    ApprovalProperties {
        SettingCheck.positive("ordertrail.approvals.waiting", waiting);
    }

    ApprovalLimits limits() {
        return new ApprovalLimits(
                Map.of(
                        ApprovalKind.REFUND, money(refunds),
                        ApprovalKind.WAIVER, money(waivers),
                        ApprovalKind.WRITE_OFF, money(writeOffs),
                        ApprovalKind.ADJUSTMENT, money(adjustments)),
                waiting);
    }

    private static Map<CurrencyUnit, Money> money(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .map(ApprovalProperties::money)
                .collect(Collectors.toUnmodifiableMap(Money::getCurrencyUnit, amount -> amount));
    }

    /** The environment knows capital letters only, and Spring small ones. */
    private static Money money(Map.Entry<String, BigDecimal> one) {
        String setting = "ordertrail.approvals, " + one.getKey() + "=" + one.getValue() + ": ";
        try {
            Money limit = Money.of(CurrencyUnit.of(one.getKey().toUpperCase(Locale.ROOT)), one.getValue());
            if (limit.isNegative()) {
                throw new IllegalArgumentException(setting + "a limit is 0 or more");
            }
            return limit;
        } catch (IllegalCurrencyException | ArithmeticException e) {
            throw new IllegalArgumentException(setting + e.getMessage(), e);
        }
    }
}
