package io.ordertrail.app.importing.sale;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.ordertrail.api.order.value.Metadata;
import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What a title begins with whose rest is a name of the shop's own. */
    static final String METADATA = "metadata.";

    @Override
    public int known(List<String> header) {
        return new Header(header).count(KNOWN);
    }

    @Override
    public Sheet bind(List<String> header) throws BadFile {
        Header titles = new Header(header);
        Map<String, Integer> metadata = metadata(header);
        titles.requireOnly(
                title -> KNOWN.contains(title) || title.startsWith(METADATA),
                REQUIRED,
                "It may have these columns, of which the first four, sku, name, quantity and unit_price"
                        + " must be there, and metadata.… of any names:\n" + Column.header());
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            int at = titles.at(column.title());
            if (at >= 0) {
                columns.put(column, at);
            }
        }
        return new OwnSheet(columns, metadata);
    }

    /** The columns of the shop's own, by name, which may have capitals. */
    private static Map<String, Integer> metadata(List<String> header) throws BadFile {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i);
            if (title.regionMatches(true, 0, METADATA, 0, METADATA.length())) {
                String name = title.substring(METADATA.length());
                if (!name.matches(Metadata.NAME)) {
                    throw new BadFile(title + " is no column: what follows " + METADATA
                            + " is a name of 1 to 40 letters, digits, dots, dashes or underscores");
                }
                columns.put(name, i);
            }
        }
        if (columns.size() > Metadata.MAX_NAMES) {
            throw new BadFile("There are more than " + Metadata.MAX_NAMES + " columns of metadata");
        }
        return columns;
    }

    private record OwnSheet(Map<Column, Integer> columns, Map<String, Integer> metadata) implements Sheet {

        @Override
        public int reference() {
            return Objects.requireNonNull(columns.get(Column.EXTERNAL_REF));
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
            Map<String, String> kept = new LinkedHashMap<>();
            metadata.forEach((name, at) -> {
                String cell = prose(entry, at);
                if (!cell.isEmpty()) {
                    kept.put(name, cell);
                }
            });
            return new Row(entry.line(), cells, kept);
        }

        /** {@code 't Hart} is a name; {@code '007} is a number that a spreadsheet was to leave alone. */
        private static String prose(Entry entry, int at) {
            String cell = entry.cell(at);
            return cell.matches("'[0-9+=@-][0-9 ./-]*") ? entry.code(at) : cell;
        }
    }
}
