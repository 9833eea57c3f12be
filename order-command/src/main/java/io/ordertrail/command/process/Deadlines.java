package io.ordertrail.command.process;

import io.ordertrail.axon.process.step.StepId;

/** The names of the steps that wait for a time. */
public final class Deadlines {

    static final String NAME = "deadline";

    private Deadlines() {}

    /** By which an order must be confirmed. */
    public static StepId expiry(String orderId) {
        return StepId.of(NAME, orderId, "expire-order");
    }

    /** By which it should have left. */
    public static StepId overdue(String orderId) {
        return StepId.of(NAME, orderId, "report-overdue");
    }

    /** Until which a payment's promise is good. */
    public static StepId promise(String orderId, String paymentId) {
        return StepId.of(NAME, orderId, "expire-authorization", paymentId, 0);
    }

    /** By which the goods of a return must have come. */
    static StepId receipt(String orderId, String returnId) {
        return StepId.of(NAME, orderId, "expire-return", returnId, 0);
    }

    /** When what a payment has refused may be asked for again. */
    static StepId retry(String orderId, String paymentId, int ask) {
        return StepId.of(NAME, orderId, "retry-ask", paymentId, ask);
    }

    /** Until when a second person may approve what was asked for. */
    static StepId approval(String orderId, int number) {
        return StepId.of(NAME, orderId, "expire-approval", "", number);
    }

    /** The same of what was asked for of an account. */
    static StepId adjustment(String accountId, int number) {
        return StepId.of(NAME, accountId, "expire-adjustment", "", number);
    }

    public static boolean isOne(StepId step) {
        return step.process().equals(NAME);
    }
}
