package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.attention.AttentionQuery.ListAttention;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers pages of the attention list. */
final class AttentionList {

    private static final SortOrder<AttentionRow> OLDEST_FIRST = new SortOrder<>(
            "attention", "since", SortOrder.Kind.TIME, AttentionRow::since, "attention_id", AttentionRow::id, false);

    private final StateTable<AttentionRow> table;
    private final Completeness completeness;
    private final ParkedTable parked;

    AttentionList(StateTable<AttentionRow> table, Completeness completeness, ParkedTable parked) {
        this.completeness = completeness;
        this.table = table;
        this.parked = parked;
    }

    @QueryHandler
    AttentionPage list(ListAttention query) {
        List<AttentionItem> deadLetters = deadLetters(query);
        Conditions wanted =
                new Conditions().and("resolved = ?", query.resolved()).oneOf("kind", query.kind());
        int rows = query.limit() - deadLetters.size();
        Page<AttentionRow> page = completeness.whole(
                table.name(), () -> PageReader.page(table::findEach, wanted, OLDEST_FIRST, query.after(), rows));
        return new AttentionPage(
                Stream.concat(deadLetters.stream(), page.rows().stream().map(AttentionRow::item))
                        .toList(),
                page.next(),
                page.previous(),
                page.end(),
                page.unreadable());
    }

    /** On the first page, before all else, so many that there is room for a row. */
    private List<AttentionItem> deadLetters(ListAttention query) {
        boolean wanted = query.after() == null
                && !query.resolved()
                && (query.kind().isEmpty() || query.kind().contains(AttentionKind.DEAD_LETTERS));
        return wanted
                ? parked.groups(DeadLetterFilter.ALL).stream()
                        .limit(Math.max(0, query.limit() - 1))
                        .map(AttentionList::item)
                        .toList()
                : List.of();
    }

    private static AttentionItem item(Group group) {
        return new AttentionItem(
                "dead-letters/" + group.place() + '/' + group.error() + '/' + group.eventType(),
                AttentionKind.DEAD_LETTERS,
                group.place(),
                group.error(),
                "The view could not process " + group.events() + " events of " + group.sequences() + " subjects, first "
                        + group.eventType() + ".",
                group.firstSeen(),
                Resolution.of(group),
                false,
                null);
    }
}
