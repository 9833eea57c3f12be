package io.ordertrail.app.importing.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A file of rows with a header, read from its beginning or from anywhere. Rows without any content are left out. */
public final class Table implements Closeable {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String SPREADSHEETS_HINT = "sep=";

    private final Source source;
    private final Encoding encoding;
    private final char delimiter;
    private final Records records;
    private final Fields fields;
    private final List<String> header;
    private final long length;

    private Table(Source source, Encoding encoding, char delimiter) throws IOException, BadFile {
        this.source = source;
        this.encoding = encoding;
        this.delimiter = delimiter;
        records = new Records(new Lines(source, encoding), delimiter);
        fields = new Fields(delimiter);
        length = source.size();
        header = titles();
    }

    /**
     * Where no delimiter is stated, it is the one by which most of the header's titles are known.
     *
     * @param known counts the titles of a header that mean something
     * @throws BadFile there is no header that can be read
     */
    public static Table open(Path file, Manner manner, ToIntFunction<List<String>> known) throws IOException, BadFile {
        Source source = new Source(file);
        try {
            Encoding encoding = Encoding.of(source.read(3), manner.charset());
            if (manner.delimiter() != null) {
                return new Table(source, encoding, manner.delimiter());
            }
            char best = DELIMITERS[0];
            int most = 0;
            for (char delimiter : DELIMITERS) {
                int titles = known.applyAsInt(new Table(source, encoding, delimiter).header);
                if (titles > most) {
                    best = delimiter;
                    most = titles;
                }
            }
            return new Table(source, encoding, best);
        } catch (IOException | BadFile | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The titles of its columns, without space around them. */
    public List<String> header() {
        return header;
    }

    public char delimiter() {
        return delimiter;
    }

    Encoding encoding() {
        return encoding;
    }

    /** Whether somebody has written to it since it was opened. */
    boolean isAsLongAsBefore() throws IOException {
        return source.size() == length;
    }

    /** The next row is the one that begins at {@code start}, in the line of this number. */
    void seek(long start, long line) {
        records.seek(start, line);
    }

    /** The next row, or null at the end of the file. */
    public @Nullable Entry next() throws IOException {
        Line line;
        while ((line = records.next()) != null) {
            Entry row = row(line);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Entry row(Line line) {
        if (line.flaw() != null && line.flaw().isCut()) {
            return new Entry(line.number(), line.start(), List.of(), line.flaw());
        }
        if (line.text().isBlank()) {
            return null;
        }
        List<String> cells;
        try {
            cells = fields.of(line.text());
        } catch (IOException e) {
            return malformed(line, "The row is not CSV (RFC 4180): check its quotes");
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return null;
        }
        // Spreadsheets leave empty cells behind a row.
        while (cells.size() > header.size() && cells.get(cells.size() - 1).isBlank()) {
            cells = cells.subList(0, cells.size() - 1);
        }
        if (cells.size() != header.size()) {
            return malformed(line, "The row has " + cells.size() + " columns, the header has " + header.size());
        }
        return new Entry(line.number(), line.start(), cells, line.flaw());
    }

    private static Entry malformed(Line line, String reason) {
        return new Entry(line.number(), line.start(), List.of(), new Flaw(line.number(), Flaw.MALFORMED, reason));
    }

    private List<String> titles() throws IOException, BadFile {
        Line first = records.next();
        if (first != null && first.text().toLowerCase(Locale.ROOT).startsWith(SPREADSHEETS_HINT)) {
            first = records.next();
        }
        if (first == null) {
            throw new BadFile("The file is empty");
        }
        if (first.text().indexOf('\0') >= 0) {
            throw new BadFile("The file is not text, or is UTF-16 without a byte order mark: say --encoding UTF-16LE");
        }
        if (first.flaw() != null) {
            throw new BadFile(first.flaw().reason());
        }
        try {
            List<String> titles = new ArrayList<>(
                    fields.of(first.text()).stream().map(Entry::clean).toList());
            while (titles.size() > 1 && titles.get(titles.size() - 1).isEmpty()) {
                titles.remove(titles.size() - 1);
            }
            return List.copyOf(titles);
        } catch (IOException e) {
            throw new BadFile("The header is not CSV (RFC 4180): check its quotes");
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
