package io.ordertrail.app.order.placing;

import io.ordertrail.axon.settings.SettingCheck;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When no more orders are taken in than can be fulfilled.
 *
 * @param slowFrom events that wait for processes and views, from which on orders are placed more slowly
 * @param refuseFrom the same, from which on orders are refused
 */
@ConfigurationProperties("ordertrail.admission")
record AdmissionProperties(
        @DefaultValue("2000") int slowFrom,
        @DefaultValue("20000") int refuseFrom) {

    AdmissionProperties {
        SettingCheck.atLeast("ordertrail.admission.slow-from", 0, slowFrom);
        SettingCheck.atLeast("ordertrail.admission.refuse-from", slowFrom + 1, refuseFrom);
    }
}
