package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Survey;
import io.ordertrail.app.importing.file.Table;
import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.file.Unattributable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a file, each with all of its rows, wherever they stand; in the order in which they first come. The
 * whole file was read once before the first of them is given.
 */
public final class Groups implements Closeable {

    private final Table table;
    private final Sheet sheet;
    private final Survey survey;
    private final Times times;
    private int next;
    private int given;

    private Groups(Table table, Sheet sheet, Survey survey, Times times) {
        this.table = table;
        this.sheet = sheet;
        this.survey = survey;
        this.times = times;
    }

    /**
     * @throws BadFile it is not in this layout
     * @throws Unattributable there are rows of which the order cannot be told
     */
    public static Groups open(Path file, Layout layout, Manner manner, Times times)
            throws IOException, BadFile, Unattributable {
        Table table = Table.open(file, manner, layout::known);
        try {
            Sheet sheet = layout.bind(table.header());
            Survey survey = Survey.of(table, sheet.reference(), sheet.numeric(), manner);
            return new Groups(table, sheet, survey, times);
        } catch (IOException | BadFile | Unattributable | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** How many orders there are. */
    public int orders() {
        return survey.index().orders();
    }

    public Table table() {
        return table;
    }

    /** How the file writes its numbers. */
    public Numbers numbers() {
        return survey.numbers();
    }

    /** How the rows of the groups write their numbers. */
    public Numbers numbersOfRows() {
        return sheet.plain() ? Numbers.PLAIN : survey.numbers();
    }

    /** How the rows of the groups write their times. */
    public Times timesOfRows() {
        return sheet.plain() ? Times.PLAIN : times;
    }

    /** The next order, or null after the last. */
    public @Nullable Group next() throws IOException, BadFile {
        if (next == survey.index().orders()) {
            return null;
        }
        int rows = survey.index().rows(next);
        boolean tooLong = rows > Group.MAX_LINES;
        boolean continued = given > 0;
        List<Entry> entries = survey.read(table, next, given, Group.MAX_LINES);
        given += entries.size();
        if (given >= rows) {
            next++;
            given = 0;
        }
        return tooLong ? tooLong(entries, rows, continued) : group(entries);
    }

    private Group group(List<Entry> entries) {
        List<Flaw> flaws = new ArrayList<>();
        entries.stream().map(Entry::flaw).forEach(flaw -> {
            if (flaw != null) {
                flaws.add(flaw);
            }
        });
        List<Row> rows = sheet.rows(entries, survey.numbers(), times, flaws);
        return new Group(reference(entries), entries, rows, flaws, false);
    }

    private Group tooLong(List<Entry> entries, int rows, boolean continued) {
        Flaw flaw = new Flaw(
                entries.get(0).line(),
                "TOO_MANY_LINES",
                "An order has at most " + Group.MAX_LINES + " lines, this one has " + rows);
        return new Group(reference(entries), entries, List.of(), List.of(flaw), continued);
    }

    private String reference(List<Entry> entries) {
        return entries.get(0).code(sheet.reference());
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
