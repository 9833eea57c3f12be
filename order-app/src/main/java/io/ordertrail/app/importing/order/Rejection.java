package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.file.Entry;

/** A row that was not imported, or not wholly, and why. */
public record Rejection(Entry row, String code, String reason) {

    /** What the trailing column says. */
    public String inWords() {
        return "line " + row.line() + ": " + code + ": " + reason;
    }
}
