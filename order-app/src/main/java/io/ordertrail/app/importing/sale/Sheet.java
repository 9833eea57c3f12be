package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import io.ordertrail.app.importing.file.Numbers;
import io.ordertrail.app.importing.file.Times;
import java.util.List;

/** The header of a file, understood. */
public interface Sheet {

    /** The column that names the order. */
    int reference();

    /** The columns of numbers. */
    List<Integer> numeric();

    /** Whether {@link #rows} have numbers and times as programs write them, whatever the file has. */
    boolean plain();

    /**
     * The lines of an order.
     *
     * @param entries all of its rows
     * @param flaws gets what makes no sense in them
     */
    List<Row> rows(List<Entry> entries, Numbers numbers, Times times, List<Flaw> flaws);
}
