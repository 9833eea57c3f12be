package io.ordertrail.query.projection.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/**
 * Makes a row of the columns in which it is kept.
 *
 * @param columns their names, with {@code ", "} between, besides the key's
 * @param mapper finds them, and the key's, by name
 */
public record RowReader<R>(String columns, RowMapper<R> mapper) {

    /**
     * Of a row that is kept as JSON in column {@code state}.
     *
     * @param view which the row is of
     */
    static <R> RowReader<R> ofState(Class<R> row, String view) {
        return new RowReader<>("state", (result, n) -> RowJson.read(result.getString("state"), row, view));
    }

    R read(ResultSet row) throws SQLException {
        return mapper.mapRow(row, 0);
    }
}
