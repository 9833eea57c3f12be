package io.ordertrail.app.importing;

import java.io.PrintWriter;

/** How far the import is. Closed at its end. */
interface Progress extends AutoCloseable {

    /** The bar on a terminal, a line every ten seconds elsewhere. */
    static Progress on(long orders, PrintWriter err) {
        // Null unless both input and output are a terminal, save on Java 22 to 24, where the bar may get into a log.
        return System.console() == null ? new PlainProgress(orders, err) : new BarProgress(orders);
    }

    /** So many orders are settled. */
    void at(Summary summary);

    /** Something to tell in between, from any thread. */
    void note(String text);

    @Override
    void close();
}
