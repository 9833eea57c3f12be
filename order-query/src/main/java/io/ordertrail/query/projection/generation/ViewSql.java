package io.ordertrail.query.projection.generation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * SQL about the tables of views. It asks anew each time which generations are live, because another process may have
 * switched: whoever reads what was live a moment ago reads rows that hold all that they held then.
 */
public class ViewSql {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private volatile TableNames last = new TableNames(Map.of());

    public ViewSql(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** For statements whose names are right already. */
    public JdbcTemplate template() {
        return template;
    }

    /** A statement, written with the names of the first generation. */
    public StatementSpec sql(String sql) {
        return jdbc.sql(live().in(sql));
    }

    /** What is live now. */
    public TableNames live() {
        Map<String, Integer> live = new HashMap<>();
        jdbc.sql("select projection, generation, made_by from view_generation where state = 'LIVE'")
                .query(row -> {
                    String madeBy = row.getString(3);
                    if (ViewScript.find(row.getString(1))
                            .filter(script -> script.fingerprint().equals(madeBy))
                            .isPresent()) {
                        live.put(row.getString(1), row.getInt(2));
                    }
                });
        if (!last.isOf(live)) {
            last = new TableNames(live);
        }
        return last;
    }
}
