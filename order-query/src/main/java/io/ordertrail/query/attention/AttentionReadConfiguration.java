package io.ordertrail.query.attention;

import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.table.Column;
import io.ordertrail.query.projection.table.StateTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The beans of the attention list. */
@Configuration(proxyBeanMethods = false)
public class AttentionReadConfiguration {

    private static final StateTable.Shape<AttentionRow> SHAPE = new StateTable.Shape<>(
            "attention",
            "attention",
            "attention_id",
            AttentionRow.class,
            AttentionRow::id,
            List.of(
                    Column.flag("resolved", row -> !row.needsSomebody()),
                    Column.text("kind", row -> row.kind().name()),
                    Column.time("since", AttentionRow::since)));

    @Bean
    StateTable<AttentionRow> attentionTable(JdbcTemplate jdbc) {
        return new StateTable<>(jdbc, SHAPE, new AttentionFold());
    }

    @Bean
    AttentionList attentionList(StateTable<AttentionRow> attentionTable, Completeness completeness) {
        return new AttentionList(attentionTable, completeness);
    }
}
