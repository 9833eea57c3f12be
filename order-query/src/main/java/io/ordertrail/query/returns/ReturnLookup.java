package io.ordertrail.query.returns;

import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnQuery.GetReturn;
import io.ordertrail.api.returns.ReturnQuery.GetReturnAsOf;
import io.ordertrail.api.returns.ReturnQuery.GetReturns;
import io.ordertrail.api.returns.ReturnQuery.ListReturns;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.ReturnViewBuilder;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.Conditions;
import io.ordertrail.query.reading.Lookup;
import io.ordertrail.query.reading.Page;
import io.ordertrail.query.reading.PageReader;
import io.ordertrail.query.reading.SortOrder;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers queries about a return, now and earlier, and lists of returns. */
final class ReturnLookup {

    private static final SortOrder<ReturnView> OLDEST_FIRST = new SortOrder<>(
            "returns",
            "requested_at",
            SortOrder.Kind.TIME,
            ReturnView::requestedAt,
            "return_id",
            ReturnView::id,
            false);

    private final StateTable<ReturnView> table;
    private final Completeness completeness;
    private final Lookup<ReturnView> returns;

    ReturnLookup(StateTable<ReturnView> table, Lookup<ReturnView> returns, Completeness completeness) {
        this.completeness = completeness;
        this.table = table;
        this.returns = returns;
    }

    @QueryHandler
    ReturnView get(GetReturn query) {
        return shown(returns.get(query.returnId(), query.minVersion()));
    }

    @QueryHandler
    ReturnView get(GetReturnAsOf query) {
        return shown(returns.at(query.returnId(), query.moment()));
    }

    @QueryHandler
    ReturnPage get(GetReturns query) {
        List<ReturnView> found = returns.complete(query.returnIds(), table.byIds(query.returnIds())).values().stream()
                .sorted(Comparator.comparing(ReturnView::requestedAt).thenComparing(ReturnView::id))
                .map(ReturnLookup::shown)
                .toList();
        return new ReturnPage(found, null, null, null, 0);
    }

    /**
     * A reason to reject it or to deduct is for the customer; what was noted of each unit is not, nor where money goes.
     */
    private static ReturnView shown(ReturnView back) {
        return Ownership.only().isEmpty()
                ? back
                : ReturnViewBuilder.builder(back)
                        .verdicts(List.of())
                        .refundedTo(null)
                        .creditAccountId(null)
                        .build();
    }

    @QueryHandler
    ReturnPage list(ListReturns query) {
        Conditions filter = new Conditions()
                .text("order_id = ?", "orderId", query.orderId())
                .oneOf("status", query.status());
        Page<ReturnView> page = completeness.whole(
                table.name(),
                () -> PageReader.page(table::findEach, filter, OLDEST_FIRST, query.after(), query.limit()));
        return new ReturnPage(page.rows(), page.next(), page.previous(), page.end(), page.unreadable());
    }
}
