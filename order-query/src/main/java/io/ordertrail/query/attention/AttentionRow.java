package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.query.projection.table.RowValues;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person, or needed one.
 *
 * @param detail what the service says of it
 * @param told what events tell of it, which may be personal; null if that is nothing
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
        @PersonalData @Nullable String told,
        Instant since,
        @Nullable Instant resolvedAt,
        long missing,
        long version) {

    static AttentionRow open(
            String id, AttentionKind kind, String subject, String code, String detail, Instant at, long version) {
        return new AttentionRow(id, kind, subject, code, detail, null, RowValues.micros(at), null, 0, version);
    }

    /** The same, with what an event tells of it. */
    AttentionRow telling(@Nullable String words) {
        return new AttentionRow(id, kind, subject, code, detail, words, since, resolvedAt, missing, version);
    }

    /** The order that it is about; null if it is about none. */
    @Nullable
    String orderId() {
        return OrderId.isValid(subject) ? subject : OrderId.ofPart(subject).orElse(null);
    }

    boolean needsSomebody() {
        return resolvedAt == null;
    }

    /** Itself, or the same from {@code at} on resolved. */
    AttentionRow resolve(Instant at, long newVersion) {
        return needsSomebody()
                ? new AttentionRow(id, kind, subject, code, detail, told, since, RowValues.micros(at), 0, newVersion)
                : this;
    }

    /** The same, about which something else is to be said. */
    AttentionRow told(String newCode, String newDetail, long newVersion) {
        return new AttentionRow(id, kind, subject, newCode, newDetail, null, since, resolvedAt, missing, newVersion);
    }

    AttentionRow missing(long units, long newVersion) {
        return new AttentionRow(id, kind, subject, code, detail, told, since, resolvedAt, units, newVersion);
    }

    AttentionItem item() {
        return new AttentionItem(
                id, kind, subject, code, words(), since, Resolution.of(this), !needsSomebody(), resolvedAt);
    }

    private String words() {
        return Stream.of(detail, told == null ? "" : told)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
