package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.Flaw;
import java.util.ArrayList;
import java.util.List;

/** The rows of an order do not make one. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;

    Unreadable(List<Flaw> flaws) {
        super(flaws.get(0).reason());
        this.flaws = new ArrayList<>(flaws);
    }

    /** One or more, each with the row that it is about. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
