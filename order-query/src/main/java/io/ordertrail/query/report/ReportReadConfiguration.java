package io.ordertrail.query.report;

import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what reports. */
@Configuration(proxyBeanMethods = false)
public class ReportReadConfiguration {

    private static final TableShape<FigureRow> FIGURES = new TableShape<>(
            "figures",
            "figure",
            "figure_id",
            FigureRow.class,
            FigureRow::id,
            List.of(
                    Column.text("report", row -> row.sum().report().name()),
                    Column.number("quarter", row -> row.sum().quarter()),
                    Column.text("subject", row -> row.sum().subject()),
                    Column.text(
                            "currency",
                            row -> row.sum().amount().getCurrencyUnit().getCode()),
                    Column.number("units", row -> row.sum().count()),
                    Column.amount("amount", row -> row.sum().amount().getAmount()),
                    Column.number("cancelled_units", row -> row.sum().cancelledCount()),
                    Column.amount("cancelled", row -> row.sum().cancelled().getAmount())));

    private static final TableShape<ToShipRow> TO_SHIP = new TableShape<>(
            "open-to-ship",
            "open_to_ship",
            "order_id",
            ToShipRow.class,
            ToShipRow::orderId,
            List.of(Column.flag("open", ToShipRow::hasMoreToShip), Column.time("since", ToShipRow::since)));

    @Bean
    StateTable<FigureRow> figures(ViewSql views, ObjectProvider<EventStore> events) {
        return new StateTable<>(views, FIGURES, new FigureFold(new StoredSoldOrders(events::getObject)));
    }

    @Bean
    StateTable<ToShipRow> openToShip(ViewSql views) {
        return new StateTable<>(views, TO_SHIP, new ToShipFold());
    }

    @Bean
    Reports reports(
            ViewSql views, StateTable<FigureRow> figures, StateTable<ToShipRow> openToShip, Completeness completeness) {
        return new Reports(new DaySums(views), figures, openToShip, completeness);
    }
}
