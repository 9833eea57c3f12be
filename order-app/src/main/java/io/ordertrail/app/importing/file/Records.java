package io.ordertrail.app.importing.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines joined to records (RFC 4180): a line break within quotes does not end one. Only this much is done here and
 * not by the CSV library, because a parser that meets an unclosed quote swallows the rest of the file; here such a
 * record costs its own first line, and the lines after it are read as if it had not been.
 */
final class Records {

    static final int MAX_CHARS = 1 << 16;

    private final Lines lines;
    private final char delimiter;
    private final Deque<Line> pushedBack = new ArrayDeque<>();

    Records(Lines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    /** The next record is the one that begins at {@code start}, in the line of this number. */
    void seek(long start, long line) {
        pushedBack.clear();
        lines.seek(start, line);
    }

    /** The next record as one line that may hold line breaks, numbered by its first; null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        Line first = take();
        if (first == null || first.flaw() != null && first.flaw().isCut()) {
            return first;
        }
        Quotes quotes = new Quotes();
        quotes.scan(first.text());
        if (!quotes.open) {
            return first;
        }
        StringBuilder text = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        Flaw flaw = first.flaw();
        while (quotes.open) {
            Line line = take();
            if (line != null) {
                more.add(line);
            }
            if (line == null || text.length() + line.text().length() >= MAX_CHARS) {
                return unclosed(first, more);
            }
            flaw = flaw == null ? line.flaw() : flaw;
            text.append('\n').append(line.text());
            quotes.scan(line.text());
        }
        return new Line(
                first.number(),
                text.toString(),
                first.start(),
                more.get(more.size() - 1).end(),
                flaw);
    }

    private Line unclosed(Line first, List<Line> more) {
        for (int i = more.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(more.get(i));
        }
        Flaw flaw = new Flaw(first.number(), Flaw.UNCLOSED, "A quote is opened and never closed");
        return new Line(first.number(), first.text(), first.start(), first.end(), flaw);
    }

    private @Nullable Line take() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.removeFirst();
    }

    /** Whether a quoted field is open: a quote counts at the start of a field, and two in a row are one character. */
    private final class Quotes {

        private boolean open;

        void scan(String line) {
            boolean start = !open;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"' && (open || start)) {
                    boolean doubled = open && i + 1 < line.length() && line.charAt(i + 1) == '"';
                    if (doubled) {
                        i++;
                    } else {
                        open = !open;
                    }
                }
                start = c == delimiter && !open;
            }
        }
    }
}
