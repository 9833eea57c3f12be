package io.ordertrail.query.attention;

import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.RowErasure;
import io.ordertrail.query.projection.table.StateTable;
import io.ordertrail.query.projection.table.TableShape;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the attention list. */
@Configuration(proxyBeanMethods = false)
public class AttentionReadConfiguration {

    private static final TableShape<AttentionRow> SHAPE = new TableShape<AttentionRow>(
                    "attention",
                    "attention",
                    "attention_id",
                    AttentionRow.class,
                    AttentionRow::id,
                    List.of(
                            Column.flag("resolved", row -> !row.needsSomebody()),
                            Column.text("kind", row -> row.kind().name()),
                            Column.text("order_id", AttentionRow::orderId),
                            Column.text("subject", AttentionRow::subject),
                            Column.time("since", AttentionRow::since)))
            .erasedBy(RowErasure.bySubject());

    @Bean
    StateTable<AttentionRow> attentionTable(ViewSql views) {
        return new StateTable<>(views, SHAPE, new AttentionFold());
    }

    @Bean
    AttentionList attentionList(
            StateTable<AttentionRow> attentionTable, Completeness completeness, ParkedTable parked) {
        return new AttentionList(attentionTable, completeness, parked);
    }
}
