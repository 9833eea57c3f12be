package io.ordertrail.command.payment.provider;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments and their providers. Times are in milliseconds where no unit is given.
 *
 * @param providerTimeout a call of a provider that takes longer counts as of unknown outcome, never as failed
 * @param lookupDelays when a provider that gave no answer is asked again; then a person is told, and the last delay
 *     repeats
 * @param parallelCalls calls of providers at a time, each with a thread of its own
 * @param authorizationPeriod how long an authorization is good for
 */
@ConfigurationProperties("ordertrail.payment")
public record PaymentProperties(
        @DefaultValue("10s") Duration providerTimeout,

        @DefaultValue({"1m", "5m", "30m", "2h", "6h", "12h", "24h"})
        List<Duration> lookupDelays,

        @DefaultValue("8") int parallelCalls,
        @DefaultValue("7d") Duration authorizationPeriod) {

    public PaymentProperties {
        lookupDelays = List.copyOf(lookupDelays);
        SettingCheck.positive("ordertrail.payment.provider-timeout", providerTimeout);
        SettingCheck.atLeast("The number of ordertrail.payment.lookup-delays", 1, lookupDelays.size());
        lookupDelays.forEach(delay -> SettingCheck.positive("Each of ordertrail.payment.lookup-delays", delay));
        SettingCheck.atLeast("ordertrail.payment.parallel-calls", 1, parallelCalls);
        SettingCheck.positive("ordertrail.payment.authorization-period", authorizationPeriod);
    }
}
