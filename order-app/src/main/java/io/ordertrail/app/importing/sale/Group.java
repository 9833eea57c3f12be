package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.Entry;
import io.ordertrail.app.importing.file.Flaw;
import java.util.List;

/**
 * An order of the file, or of one that is too long a part.
 *
 * @param ref the order's reference
 * @param entries its rows as they stand in the file
 * @param rows its lines
 * @param flaws what is wrong with it before anybody looks into its cells
 * @param continued whether earlier rows of this order were given as a group already, because it is too long for one
 */
public record Group(String ref, List<Entry> entries, List<Row> rows, List<Flaw> flaws, boolean continued) {

    /** More lines than the service takes. */
    public static final int MAX_LINES = 500;
}
