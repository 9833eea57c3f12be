package io.ordertrail.query.personal;

import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the texts of steps. */
@Configuration(proxyBeanMethods = false)
public class StepTextConfiguration {

    private static final TableShape<StepTextRow> SHAPE = new TableShape<StepTextRow>(
                    "step-texts",
                    "step_text",
                    "event_id",
                    StepTextRow.class,
                    StepTextRow::id,
                    List.of(
                            Column.text("subject", StepTextRow::subject),
                            Column.text("order_id", StepTextRow::orderId),
                            Column.time("told_at", StepTextRow::at)))
            .erasedBy(RowErasure.bySubject());

    @Bean
    StateTable<StepTextRow> stepTextTable(ViewSql views) {
        return new StateTable<>(views, SHAPE, new StepTextFold());
    }

    @Bean
    StepTextLookup stepTextLookup(StateTable<StepTextRow> stepTextTable, Completeness completeness) {
        return new StepTextLookup(stepTextTable, completeness);
    }
}
