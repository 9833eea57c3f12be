package io.ordertrail.app.report;

import io.ordertrail.api.report.Period;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The days of a report, a part of its query. */
record Days(
        @Schema(description = "The first day; default: the beginning", example = "2026-11-01") @Nullable
        LocalDate from,

        @Schema(description = "The last day, included; default: today", example = "2026-11-30") @Nullable
        LocalDate to,

        @Schema(description = "Time zone of the days, an IANA name; default: UTC", example = "Europe/Vienna") @Nullable
        ZoneId zone) {

    /** @throws Rejected the first day comes after the last */
    Period period() {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.turnedRound("from", "to");
        }
        return new Period(from, to, zone == null ? ZoneId.of("UTC") : zone);
    }
}
