package io.ordertrail.query.report;

import org.jspecify.annotations.Nullable;

/**
 * A sum over a quarter of an hour as it is stored.
 *
 * @param version how many events it holds, less one: they come from many streams
 */
record FigureRow(Figure sum, long version) {

    static FigureRow plus(@Nullable FigureRow before, Figure more) {
        return before == null ? new FigureRow(more, 0) : new FigureRow(before.sum.plus(more), before.version + 1);
    }

    String id() {
        return sum.id();
    }
}
