package io.ordertrail.query.projection.table;

import io.ordertrail.api.projection.RebuildComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the rows of two generations, none of which it keeps in memory. */
public final class RowComparison {

    private static final int AT_ONCE = 500;
    private static final int TOLD = 100;

    private final Provable<?> before;
    private final Provable<?> after;
    private final List<String> differences = new ArrayList<>();
    private long different;

    private RowComparison(Provable<?> before, Provable<?> after) {
        this.before = before;
        this.after = after;
    }

    /** To be called where both have processed the same events, and neither changes. */
    public static RebuildComparison of(Provable<?> before, Provable<?> after) {
        return new RowComparison(before, after).compare();
    }

    private RebuildComparison compare() {
        RowCount old = new RowCount();
        RowCount made = new RowCount();
        pass(before, old, this::compareWithNew);
        pass(after, made, this::findNew);
        return new RebuildComparison(old.rows(), made.rows(), old.checksum(), made.checksum(), different, differences);
    }

    private interface Look {
        void at(Map<String, RowValues> rows);
    }

    private static void pass(Provable<?> model, RowCount count, Look look) {
        List<RowValues> some = new ArrayList<>();
        model.forEachRow(row -> {
            count.add(row);
            some.add(row);
            if (some.size() == AT_ONCE) {
                look.at(byKey(model, some));
                some.clear();
            }
        });
        look.at(byKey(model, some));
    }

    private static Map<String, RowValues> byKey(Provable<?> model, List<RowValues> rows) {
        return rows.stream().collect(Collectors.toMap(model::key, row -> row));
    }

    private void compareWithNew(Map<String, RowValues> rows) {
        Map<String, RowValues> others = rows.isEmpty() ? Map.of() : after.rows(rows.keySet());
        rows.forEach((key, row) -> {
            RowValues other = others.get(key);
            if (other == null) {
                tell(key + " is not among the new rows");
            } else {
                Optional<String> column = other.differenceFrom(row, before.columns());
                column.ifPresent(name -> tell(key + " differs in " + name));
            }
        });
    }

    private void findNew(Map<String, RowValues> rows) {
        Map<String, RowValues> others = rows.isEmpty() ? Map.of() : before.rows(rows.keySet());
        rows.keySet().stream().filter(key -> !others.containsKey(key)).forEach(key -> tell(key + " is new"));
    }

    private void tell(String difference) {
        different++;
        if (differences.size() < TOLD) {
            differences.add(difference);
        }
    }
}
