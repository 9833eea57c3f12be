package io.ordertrail.query.projection.table;

import io.ordertrail.api.projection.RebuildComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares the rows of two generations, none of which it keeps in memory. */
public final class RowComparison {

    private static final int AT_ONCE = 500;
    private static final int TOLD = 100;

    private final Provable<?> before;
    private final Provable<?> after;
    private final Consumer<Duration> between;
    private final List<String> differences = new ArrayList<>();
    private long different;
    private long seen;
    private long begun = System.nanoTime();

    private RowComparison(Provable<?> before, Provable<?> after, Consumer<Duration> between) {
        this.before = before;
        this.after = after;
        this.between = between;
    }

    /**
     * To be called where both have processed the same events, and neither changes.
     *
     * @param between is told again and again how long it has worked; it may wait, or throw to end it
     */
    public static RebuildComparison of(Provable<?> before, Provable<?> after, Consumer<Duration> between) {
        return new RowComparison(before, after, between).compare();
    }

    private RebuildComparison compare() {
        RowCount old = count(before);
        RowCount made = count(after);
        if (!old.isAsThatOf(made)) {
            // Which rows they are is looked up by key, which takes several times as long.
            pass(before, this::compareWithNew);
            pass(after, this::findNew);
        }
        return new RebuildComparison(old.rows(), made.rows(), old.checksum(), made.checksum(), different, differences);
    }

    private RowCount count(Provable<?> model) {
        RowCount count = new RowCount();
        model.scan(
                row -> {
                    count.add(row);
                    pauseNowAndThen();
                },
                row -> {
                    count.addPart(row);
                    pauseNowAndThen();
                });
        return count;
    }

    private interface Look {
        void at(Map<String, RowValues> rows);
    }

    private void pass(Provable<?> model, Look look) {
        List<RowValues> some = new ArrayList<>();
        model.forEachRow(row -> {
            some.add(row);
            if (some.size() == AT_ONCE) {
                look.at(byKey(model, some));
                some.clear();
            }
            pauseNowAndThen();
        });
        look.at(byKey(model, some));
    }

    private void pauseNowAndThen() {
        if (++seen % AT_ONCE == 0) {
            between.accept(Duration.ofNanos(System.nanoTime() - begun));
            begun = System.nanoTime();
        }
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
