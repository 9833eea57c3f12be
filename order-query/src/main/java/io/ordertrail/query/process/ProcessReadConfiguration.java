package io.ordertrail.query.process;

import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of what processes tell. */
@Configuration(proxyBeanMethods = false)
public class ProcessReadConfiguration {

    private static final TableShape<ProcessEventRow> SHAPE = new TableShape<ProcessEventRow>(
                    "process-events",
                    "process_event",
                    "event_id",
                    ProcessEventRow.class,
                    ProcessEventRow::id,
                    List.of(
                            Column.text("subject", ProcessEventRow::subject),
                            Column.text("order_id", ProcessEventRow::orderId),
                            Column.time("told_at", ProcessEventRow::at)))
            .erasedBy(RowErasure.bySubject());

    @Bean
    StateTable<ProcessEventRow> processEventTable(ViewSql views) {
        return new StateTable<>(views, SHAPE, new ProcessEventFold());
    }

    @Bean
    StepTextLookup stepTextLookup(StateTable<ProcessEventRow> processEventTable, Completeness completeness) {
        return new StepTextLookup(processEventTable, completeness);
    }

    @Bean
    ProcessTrail processTrail(StateTable<ProcessEventRow> processEventTable, Completeness completeness) {
        return new ProcessTrail(processEventTable, completeness);
    }
}
