package io.ordertrail.query.stock;

import io.ordertrail.api.stock.StockView;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.projection.fold.Change;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.verification.InvariantCheck;
import io.ordertrail.query.verification.Tally;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** I4, of stock: nothing is below zero, and the reserved units of an item are the sum of its open reservations. */
final class StockSumsCheck implements InvariantCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String DIFFERING = """
            select v.item_id from stock_view v left join (
                select item_id, sum(reserved) as reserved, sum(backordered) as backordered
                from stock_reservation where is_open = true group by item_id) r on r.item_id = v.item_id
            where v.reserved <> coalesce(r.reserved, 0) or v.backordered <> coalesce(r.backordered, 0)""";

    private final ViewSql views;
    private final StateTable<StockView> items;
    private final StateTable<ReservationRow> reservations;
    private final AggregateStream<StockView> streams;
    private final CommitSignal commits;

    StockSumsCheck(
            ViewSql views,
            StateTable<StockView> items,
            StateTable<ReservationRow> reservations,
            AggregateStream<StockView> streams,
            CommitSignal commits) {
        this.views = views;
        this.items = items;
        this.reservations = reservations;
        this.streams = streams;
        this.commits = commits;
    }

    @Override
    public List<Check> check() {
        long all =
                views.sql("select count(*) from stock_view").query(Long.class).single();
        return List.of(nothingIsBelowZero(all), sumsAgree(all));
    }

    private Check nothingIsBelowZero(long all) {
        Tally tally = new Tally();
        tally.checked(all);
        views.sql("select item_id from stock_view where on_hand < 0 or reserved < 0 or backordered < 0")
                .query(String.class)
                .list()
                .forEach(tally::breach);
        return tally.check("I4", "no stock is below zero");
    }

    private Check sumsAgree(long all) {
        Tally tally = new Tally();
        tally.checked(all);
        views.sql(DIFFERING).query(String.class).list().stream()
                .filter(item -> !commits.await(() -> !differs(item), PATIENCE) && isUpToDate(item))
                .forEach(tally::breach);
        return tally.check("I4", "what is reserved and back-ordered of an item is the sum of its open reservations");
    }

    private boolean differs(String item) {
        return views.sql(DIFFERING + " and v.item_id = ?")
                .param(item)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Two projections are never at the same event for long; if one is behind, their sums need not agree. */
    private boolean isUpToDate(String item) {
        ReservationFold fold = new ReservationFold();
        Map<String, ReservationRow> rows = new HashMap<>();
        long last = -1;
        DomainEventStream stream = streams.read(item);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            last = event.getSequenceNumber();
            if (fold.concerns(event)) {
                rows.putAll(Change.of(fold, event, rows::get));
            }
        }
        return items.version(item) == last
                && rows.values().stream().allMatch(row -> reservations.version(row.id()) == row.version());
    }
}
