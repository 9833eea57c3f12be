package io.ordertrail.axon.failure;

/** Why an event is parked, in words that any database can keep: a failure's own message may hold what broke it. */
public final class UnprocessableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int MAX_LENGTH = 1000;

    public UnprocessableEvent(Throwable failure) {
        super(words(failure), failure);
    }

    private static String words(Throwable failure) {
        String text = (failure.getClass().getSimpleName() + ": " + failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
