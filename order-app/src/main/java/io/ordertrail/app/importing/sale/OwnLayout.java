package io.ordertrail.app.importing.sale;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Our own format: one row an order line. A column that nobody knows stops the import, since it may be one misspelt. */
public final class OwnLayout implements Layout {

    private static final Set<String> KNOWN = Stream.concat(
                    Arrays.stream(Column.values()).map(Column::title), Stream.of(REJECTED))
            .collect(toUnmodifiableSet());

    private static final List<String> REQUIRED = Arrays.stream(Column.values())
            .filter(Column::required)
            .map(Column::title)
            .toList();

    @Override
    public int known(List<String> header) {
        return new Header(header).count(KNOWN);
    }

    @Override
    public Sheet bind(List<String> header) throws BadFile {
        Header titles = new Header(header);
        titles.requireOnly(
                KNOWN,
                REQUIRED,
                "It may have these columns, of which the first four, sku, name, quantity and unit_price"
                        + " must be there:\n" + Column.header());
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            int at = titles.at(column.title());
            if (at >= 0) {
                columns.put(column, at);
            }
        }
        return new OwnSheet(columns);
    }

    private record OwnSheet(Map<Column, Integer> columns) implements Sheet {

        @Override
        public int reference() {
            return columns.get(Column.EXTERNAL_REF);
        }

        @Override
        public List<Integer> numeric() {
            return columns.entrySet().stream()
                    .filter(column -> column.getKey().isNumeric())
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public boolean plain() {
            return false;
        }

        @Override
        public List<Row> rows(List<Entry> entries, Numbers numbers, Times times, List<Flaw> flaws) {
            return entries.stream().map(this::row).toList();
        }

        private Row row(Entry entry) {
            Map<Column, String> cells = new EnumMap<>(Column.class);
            columns.forEach((column, at) -> {
                String cell = column.kind() == Column.Kind.PROSE ? prose(entry, at) : entry.code(at);
                if (!cell.isEmpty()) {
                    cells.put(column, cell);
                }
            });
            return new Row(entry.line(), cells);
        }

        /** {@code 't Hart} is a name; {@code '007} is a number that a spreadsheet was to leave alone. */
        private static String prose(Entry entry, int at) {
            String cell = entry.cell(at);
            return cell.matches("'[0-9+=@-][0-9 ./-]*") ? entry.code(at) : cell;
        }
    }
}
