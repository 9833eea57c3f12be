package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.query.projection.table.RowValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person, or needed one.
 *
 * @param missing of a shortfall, how many units; 0 of anything else
 * @param version of the event that it holds last, in the event's stream; of events of no stream, how many it holds,
 *     less one
 */
record AttentionRow(
        String id,
        AttentionKind kind,
        String subject,
        String code,
        String detail,
        Instant since,
        @Nullable Instant resolvedAt,
        long missing,
        long version) {

    static AttentionRow open(
            String id, AttentionKind kind, String subject, String code, String detail, Instant at, long version) {
        return new AttentionRow(id, kind, subject, code, detail, RowValues.micros(at), null, 0, version);
    }

    boolean needsSomebody() {
        return resolvedAt == null;
    }

    /** Itself, or the same from {@code at} on resolved. */
    AttentionRow resolve(Instant at, long newVersion) {
        return needsSomebody()
                ? new AttentionRow(id, kind, subject, code, detail, since, RowValues.micros(at), 0, newVersion)
                : this;
    }

    /** The same, about which something else is to be said. */
    AttentionRow told(String newCode, String newDetail, long newVersion) {
        return new AttentionRow(id, kind, subject, newCode, newDetail, since, resolvedAt, missing, newVersion);
    }

    AttentionRow missing(long units, long newVersion) {
        return new AttentionRow(id, kind, subject, code, detail, since, resolvedAt, units, newVersion);
    }

    AttentionItem item() {
        return new AttentionItem(
                id, kind, subject, code, detail, since, Resolution.of(this), !needsSomebody(), resolvedAt);
    }
}
