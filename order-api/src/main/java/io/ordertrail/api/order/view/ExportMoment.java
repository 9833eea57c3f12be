package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import java.time.Instant;

/**
 * The moment at which an export began.
 *
 * @param asOf what was recorded later is not in it
 * @param position of the last event that was stored then
 */
@Named("order.ExportMoment")
public record ExportMoment(Instant asOf, long position) {}
