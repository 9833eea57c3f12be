package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import org.axonframework.queryhandling.QueryHandler;

/** Answers pages of the attention list. */
final class AttentionList {

    private static final SortOrder<AttentionRow> OLDEST_FIRST = new SortOrder<>(
            "attention", "since", SortOrder.Kind.TIME, AttentionRow::since, "attention_id", AttentionRow::id, false);

    private final StateTable<AttentionRow> table;
    private final Completeness completeness;

    AttentionList(StateTable<AttentionRow> table, Completeness completeness) {
        this.completeness = completeness;
        this.table = table;
    }

    @QueryHandler
    AttentionPage list(ListAttention query) {
        Conditions wanted =
                new Conditions().and("resolved = ?", query.resolved()).oneOf("kind", query.kind());
        Page<AttentionRow> page = completeness.whole(
                table.name(),
                () -> PageReader.page(table::findEach, wanted, OLDEST_FIRST, query.after(), query.limit()));
        return new AttentionPage(
                page.rows().stream().map(AttentionRow::item).toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }
}
