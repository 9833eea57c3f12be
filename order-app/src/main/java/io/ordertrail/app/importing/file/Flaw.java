package io.ordertrail.app.importing.file;

/**
 * What is wrong with a row or with its order.
 *
 * @param line first line of the row that it is about
 * @param code upper snake case, stable for programs: ours, or that of the service's problem
 * @param reason a sentence for a person
 */
public record Flaw(long line, String code, String reason) {

    /** Not text in the file's encoding, or not CSV. */
    static final String MALFORMED = "MALFORMED_ROW";

    /** So long that it was not read to its end. */
    static final String TOO_LONG = "ROW_TOO_LONG";

    /** A quote is opened and never closed, so that nobody knows where the row ends. */
    static final String UNCLOSED = "UNCLOSED_QUOTE";

    /** Whether not even the row's end is known. */
    boolean isCut() {
        return code.equals(TOO_LONG) || code.equals(UNCLOSED);
    }
}
