package io.ordertrail.app.importing;

import io.ordertrail.app.importing.file.Copy;
import io.ordertrail.app.importing.file.Table;
import io.ordertrail.app.importing.order.Rejection;
import io.ordertrail.app.importing.sale.Layout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The rejected rows, as they stand in their file. The file of an earlier run stays until this one is finished. */
final class Rejects implements Closeable {

    private final Copy copy;
    private boolean any;
    private boolean finished;

    Rejects(Path file, Table table) throws IOException {
        copy = new Copy(file, table, Layout.REJECTED);
    }

    void write(List<Rejection> rejections) throws IOException {
        for (Rejection rejection : rejections) {
            copy.write(rejection.row(), rejection.inWords());
            any = true;
        }
    }

    /** All orders were looked at. */
    void finish() throws IOException {
        finished = true;
        copy.finish();
    }

    /** Of an import that was stopped, it replaces the earlier one where it has something to say. */
    @Override
    public void close() throws IOException {
        if (!finished && any) {
            copy.finish();
        } else if (!finished) {
            copy.close();
        }
    }
}
