package io.ordertrail.app.importing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows gathered to orders. Of what went by it keeps 8 bytes an order, to know a reference that comes again. */
final class Groups {

    /** More lines than the service takes. */
    static final int MAX_LINES = 500;

    private final Rows rows;
    private final Fingerprints seen = new Fingerprints();
    private final Deque<Row> ahead = new ArrayDeque<>();
    private @Nullable String tooLong;

    Groups(Rows rows) {
        this.rows = rows;
    }

    /** The next order, or null at the end of the file. */
    @Nullable
    Group next() throws IOException {
        Row first = take();
        if (first == null) {
            return null;
        }
        if (first.ref().isEmpty()) {
            return new Group("", List.of(first), first.flaw(), false);
        }
        List<Row> gathered = gather(first);
        boolean continued = first.ref().equals(tooLong);
        boolean again = !continued && !seen.add(first.ref());
        tooLong = continued || gathered.size() > MAX_LINES ? first.ref() : null;
        return new Group(first.ref(), gathered, flaw(first, again), continued);
    }

    /** A row whose order cannot be told belongs to the order that goes on after it, if one does. */
    private List<Row> gather(Row first) throws IOException {
        List<Row> gathered = new ArrayList<>(List.of(first));
        List<Row> strays = new ArrayList<>();
        while (gathered.size() + strays.size() <= MAX_LINES) {
            Row row = take();
            if (row == null) {
                break;
            }
            strays.add(row);
            if (row.ref().equals(first.ref())) {
                gathered.addAll(strays);
                strays.clear();
            } else if (!row.ref().isEmpty()) {
                break;
            }
        }
        for (int i = strays.size() - 1; i >= 0; i--) {
            ahead.addFirst(strays.get(i));
        }
        return gathered;
    }

    private @Nullable Flaw flaw(Row first, boolean again) {
        if (again) {
            return new Flaw(
                    first.line(), "NOT_ADJACENT", "Other rows of this order stand further up: they must be adjacent");
        }
        if (tooLong != null) {
            return new Flaw(first.line(), "TOO_MANY_LINES", "An order has at most " + MAX_LINES + " lines");
        }
        return null;
    }

    private @Nullable Row take() throws IOException {
        return ahead.isEmpty() ? rows.next() : ahead.removeFirst();
    }
}
