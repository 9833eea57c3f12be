package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.BadFile;
import java.util.List;

/** What the columns of a file are called, and what they mean. */
public interface Layout {

    /** The trailing column of the file of rejected rows. It says why, and is ignored when the rows come back. */
    String REJECTED = "rejected";

    /** How many of these titles mean something. */
    int known(List<String> header);

    /** @throws BadFile the header lacks something, or has what means nothing */
    Sheet bind(List<String> header) throws BadFile;
}
