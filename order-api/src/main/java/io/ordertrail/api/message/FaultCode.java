package io.ordertrail.api.message;

/**
 * What can be wrong with a part of a request, whoever finds it. Of several in one place, the first here is told first.
 */
public enum FaultCode {
    REQUIRED("It must be there, and say something."),
    TOO_LONG("It has more characters than it may have."),
    CONTROL_CHARACTER("It has control characters, or half a character."),
    MALFORMED("It has not the form that it must have."),
    UNKNOWN_VALUE("It is none of the values that it may have."),
    UNKNOWN_CURRENCY("There is no currency of this code."),
    UNKNOWN_COUNTRY("There is no country of this code."),
    UNKNOWN_LINE("The order has no such line."),
    NO_SUCH_ACCOUNT("There is no such account."),
    NO_SUCH_ORDER("The customer has no such order."),
    NOT_THE_CUSTOMERS("The account is of another customer."),
    CURRENCY_MISMATCH("It is of another currency than what it belongs to."),
    WRONG_SCALE("It has more or fewer decimals than its currency."),
    NEGATIVE("It is below zero."),
    TOO_LARGE("It is not below the bound of all amounts."),
    ZERO("It must be more than nothing."),
    OUT_OF_RANGE("It does not lie between its bounds."),
    TOO_PRECISE("It has more decimals than it may have."),
    TOO_MANY("There are more of them than there may be."),
    REPEATED("It is named more than once."),
    TAKEN("Another request has used it already."),
    MISMATCH("It does not fit another part of the request."),
    NOT_ALLOWED("It must not be given here."),
    FIXED("It cannot be changed."),
    INCOMPLETE_LINE("A new line lacks something."),
    IMPORTED("An imported order does not take it."),
    MOVES_NOW("The money moves now, and cannot have moved before."),
    NOT_THIS_WAY("Money of this kind does not go this way."),
    UNSUPPORTED_KIND("Nobody may ask for this kind."),
    UNSUPPORTED_METHOD("There is no such way to pay."),
    INCOMPLETE_METHOD("This way to pay needs more, or other, details."),
    RESERVED_REASON("Only the service itself gives this reason."),
    MISSING_BODY("The request has no body."),
    MALFORMED_JSON("It is not JSON."),
    WRONG_TYPE("It is JSON of another type."),
    UNKNOWN_FIELD("There is no such field."),
    DUPLICATE_FIELD("The field comes twice."),
    TRAILING_CONTENT("Something follows after the end of the document."),
    TOO_COMPLEX("It is nested too deep, or a number or a name is too long."),
    TOO_MANY_LINES("The body has more lines than it may have."),
    MALFORMED_KEY("The key has not the form of one."),
    MISSING_IDEMPOTENCY_KEY("The header Idempotency-Key is missing."),
    MALFORMED_HEADER("The header has not the form that it must have."),
    MALFORMED_ENTITY_TAG("The header must have entity tags."),
    MALFORMED_PATH("The path has not the form that it must have."),
    MALFORMED_PARAMETER("The query parameter has not the form that it must have."),
    UNKNOWN_PARAMETER("There is no such query parameter."),
    REPEATED_PARAMETER("The query parameter may come only once."),
    INVALID_PARAMETER("The query parameter means nothing here.");

    private final String meaning;

    FaultCode(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
