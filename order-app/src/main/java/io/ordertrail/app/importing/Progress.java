package io.ordertrail.app.importing;

import java.io.PrintWriter;

/** How far the import is. Closed at its end. */
interface Progress extends AutoCloseable {

    /** The bar on a terminal, a line every ten seconds elsewhere. {@code bytes} is the size of the file. */
    static Progress on(long bytes, PrintWriter err) {
        // Null unless both input and output are a terminal, save on Java 22 to 24, where the bar may get into a log.
        return System.console() == null ? new PlainProgress(bytes, err) : new BarProgress(bytes);
    }

    /** Everything up to this byte of the file is settled. */
    void at(long bytes, Summary summary);

    /** Something to tell in between, from any thread. */
    void note(String text);

    @Override
    void close();
}
