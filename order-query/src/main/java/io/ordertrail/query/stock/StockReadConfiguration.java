package io.ordertrail.query.stock;

import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.stock.StockRefusal.NotTracked;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import io.ordertrail.query.reading.AggregateStream;
import io.ordertrail.query.reading.Lookup;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the read side of stock. */
@Configuration(proxyBeanMethods = false)
public class StockReadConfiguration {

    @Bean
    StateTable<StockView> stockView(ViewSql views) {
        return new StateTable<>(
                views,
                new TableShape<>(
                        "stock-view",
                        "stock_view",
                        "item_id",
                        StockView.class,
                        item -> StockItemId.of(item.sku()),
                        List.of(
                                Column.text("sku", StockView::sku),
                                Column.flag("low", item -> item.available() <= item.reorderPoint()),
                                Column.number("on_hand", StockView::onHand),
                                Column.number("reserved", StockView::reserved),
                                Column.number("backordered", StockView::backordered))),
                StockFold.STREAM);
    }

    @Bean
    StateTable<ReservationRow> stockReservations(ViewSql views) {
        return new StateTable<>(
                views,
                new TableShape<>(
                        "stock-reservations",
                        "stock_reservation",
                        "reservation_id",
                        ReservationRow.class,
                        ReservationRow::id,
                        List.of(
                                Column.text("item_id", ReservationRow::itemId),
                                Column.text("order_id", ReservationRow::orderId),
                                Column.time("since_at", ReservationRow::sinceAt),
                                Column.flag("is_open", ReservationRow::open),
                                Column.number("reserved", ReservationRow::reserved),
                                Column.number("backordered", ReservationRow::backordered),
                                Column.number("since", ReservationRow::since))),
                new ReservationFold());
    }

    @Bean
    AggregateStream<StockView> stockStream(EventStore events) {
        return new AggregateStream<>(events, StockFold.STREAM);
    }

    @Bean
    Lookup<StockView> knownStock(StateTable<StockView> stockView, AggregateStream<StockView> stockStream) {
        return new Lookup<>(
                stockView, stockStream, id -> Optional.empty(), what -> new NotTracked(StockItemId.skuOf(what)));
    }

    @Bean
    ReservationTrail reservationTrail(ViewSql views, StateTable<ReservationRow> stockReservations, EventStore events) {
        return new ReservationTrail(new KnownReservations(views, stockReservations), events);
    }

    @Bean
    StockLookup stockLookup(
            StateTable<StockView> stockView,
            StateTable<ReservationRow> stockReservations,
            Lookup<StockView> knownStock,
            Completeness completeness,
            EventStore events) {
        return new StockLookup(stockView, stockReservations, knownStock, completeness, events);
    }

    @Bean
    StockSumsCheck stockSumsCheck(
            ViewSql views,
            StateTable<StockView> stockView,
            StateTable<ReservationRow> stockReservations,
            AggregateStream<StockView> stockStream,
            CommitSignal commits) {
        return new StockSumsCheck(views, stockView, stockReservations, stockStream, commits);
    }
}
