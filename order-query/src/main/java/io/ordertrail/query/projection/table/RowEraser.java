package io.ordertrail.query.projection.table;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.query.projection.generation.TableNames;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes what is personal out of rows. Their versions stay: a row is as if its events had never been read otherwise.
 *
 * @param changing all columns but the key
 */
record RowEraser<R>(JdbcTemplate jdbc, TableShape<R> shape, Columns<R> changing) {

    /** The rows as they are then. */
    List<R> erase(TableNames now, List<R> rows) {
        List<R> erased = rows.stream().map(Erased::in).toList();
        jdbc.batchUpdate(
                now.in(changing.update(shape.keyColumn())), erased, Math.max(1, erased.size()), (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    changing.bind(bound, row);
                    bound.text(shape.key().apply(row));
                });
        return erased;
    }
}
