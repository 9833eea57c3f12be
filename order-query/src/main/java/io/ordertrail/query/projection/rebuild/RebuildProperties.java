package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.settings.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rebuilds of views.
 *
 * @param workers so many make rows at a time, of a view whose streams can be divided; 0 is one less than there are
 *     processors, and one at least
 * @param share of the time in which each works at most while commands store events, above 0, 1 at most
 * @param commandWait while more than one in a hundred senders of commands waits for longer, each works less and less,
 *     down to a quarter of the time, but twice as fast as events are stored; in milliseconds where no unit is given
 * @param keep for so long the old rows are kept, to be put back; in milliseconds where no unit is given
 */
@ConfigurationProperties("ordertrail.rebuild")
public record RebuildProperties(
        @DefaultValue("0") int workers,
        @DefaultValue("0.5") double share,
        @DefaultValue("250ms") Duration commandWait,
        @DefaultValue("24h") Duration keep) {

    public RebuildProperties {
        SettingCheck.positive("ordertrail.rebuild.keep", keep);
        SettingCheck.positive("ordertrail.rebuild.command-wait", commandWait);
        if (workers < 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "ordertrail.rebuild.workers is 0 or more, ordertrail.rebuild.share is above 0 and 1 at most");
        }
    }

    int workersOf(boolean divisible) {
        return !divisible
                ? 1
                : workers > 0 ? workers : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
