package io.ordertrail.app.importing.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the first pass over a file found out: which rows make an order, wherever they stand. Nothing is asked of the
 * service before it is there.
 */
public record Survey(Index index, long rows, Numbers numbers) {

    /**
     * @param reference the column that names the order
     * @param numeric the columns of numbers
     * @throws Unattributable there is a row of which the order cannot be told
     * @throws BadFile how its numbers are written cannot be told
     */
    public static Survey of(Table table, int reference, List<Integer> numeric, Manner manner)
            throws IOException, Unattributable, BadFile {
        Index index = new Index();
        Decimals decimals = new Decimals();
        Unattributable.Found lost = new Unattributable.Found();
        long rows = 0;
        for (Entry row = table.next(); row != null; row = table.next()) {
            rows++;
            String name = row.code(reference);
            if (row.cells().isEmpty() || name.indexOf('\uFFFD') >= 0) {
                lost.add(row.flaw() == null ? unreadable(row, table, reference) : row.flaw());
            } else if (name.isEmpty()) {
                lost.add(new Flaw(row.line(), "MISSING", table.header().get(reference) + " is empty"));
            } else {
                index.add(name, row.start(), row.line());
                for (int column : numeric) {
                    decimals.look(row.line(), row.code(column));
                }
            }
        }
        lost.orThrow();
        return new Survey(index, rows, decimals.shown(manner.decimal()));
    }

    /**
     * The rows of an order, in the order of the file.
     *
     * @param from how many of them are left out at the beginning
     * @param most how many are read at most
     * @throws BadFile the file is not as it was
     */
    public List<Entry> read(Table table, int order, int from, int most) throws IOException, BadFile {
        if (!table.isAsLongAsBefore()) {
            throw new BadFile("The file has changed while it was read");
        }
        List<Entry> read = new ArrayList<>();
        int passed = 0;
        for (int stretch = index.first(order); stretch >= 0 && read.size() < most; stretch = index.after(stretch)) {
            if (passed + index.count(stretch) <= from) {
                passed += index.count(stretch);
                continue;
            }
            table.seek(index.start(stretch), index.line(stretch));
            for (int i = 0; i < index.count(stretch) && read.size() < most; i++) {
                Entry row = table.next();
                if (row == null) {
                    throw new BadFile("The file has changed while it was read");
                }
                if (++passed > from) {
                    read.add(row);
                }
            }
        }
        return read;
    }

    private static Flaw unreadable(Entry row, Table table, int reference) {
        return new Flaw(row.line(), Flaw.MALFORMED, table.header().get(reference) + " cannot be read");
    }
}
