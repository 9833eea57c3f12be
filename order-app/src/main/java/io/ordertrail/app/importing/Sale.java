package io.ordertrail.app.importing;

/**
 * An order of the file that is in the service.
 *
 * @param placed what the service said to its placing
 * @param sums as the service added it up
 */
record Sale(Requests requests, Draft draft, Answer placed, Sums sums) {

    String orderId() {
        return placed.id();
    }

    /** Of nothing there is no payment: the service takes none and needs none. */
    boolean wasPaid() {
        return draft.paidAt().isPresent() && sums.grand().signum() != 0;
    }
}
