package io.ordertrail.query.report;

import io.ordertrail.query.projection.Column;
import io.ordertrail.query.projection.Completeness;
import io.ordertrail.query.projection.StateTable;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what reports. */
@Configuration(proxyBeanMethods = false)
public class ReportReading {

    private static final StateTable.Shape<DayRow> DAYS = new StateTable.Shape<>(
            "daily-figures",
            "daily_figure",
            "figure_id",
            DayRow.class,
            DayRow::id,
            List.of(
                    Column.text("report", row -> row.sum().report().name()),
                    Column.time("day_start", DayRow::day),
                    Column.text("subject", row -> row.sum().subject())));

    private static final StateTable.Shape<ToShipRow> TO_SHIP = new StateTable.Shape<>(
            "open-to-ship",
            "open_to_ship",
            "order_id",
            ToShipRow.class,
            ToShipRow::orderId,
            List.of(Column.flag("open", ToShipRow::hasMoreToShip), Column.time("since", ToShipRow::since)));

    @Bean
    StateTable<DayRow> dailyFigures(JdbcTemplate jdbc, ObjectProvider<EventStore> events) {
        return new StateTable<>(jdbc, DAYS, new DailyFeed(new StoredSoldOrders(events::getObject)));
    }

    @Bean
    StateTable<ToShipRow> openToShip(JdbcTemplate jdbc) {
        return new StateTable<>(jdbc, TO_SHIP, new ToShipFeed());
    }

    @Bean
    Reports reports(StateTable<DayRow> dailyFigures, StateTable<ToShipRow> openToShip, Completeness completeness) {
        return new Reports(dailyFigures, openToShip, completeness);
    }
}
