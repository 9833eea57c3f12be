package io.ordertrail.app.importing;

/**
 * What is wrong with a row or with its order.
 *
 * @param line first line of the row that it is about
 * @param code upper snake case, stable for programs: ours, or that of the service's problem
 * @param reason a sentence for a person
 */
record Flaw(long line, String code, String reason) {

    static final String MALFORMED = "MALFORMED_ROW";
}
