package io.ordertrail.app.importing;

/** How the money of the orders comes into the service. Called by several threads. */
interface Settling {

    /**
     * Right after an order was placed, paid or not: begins what takes its time.
     *
     * @return a refusal ends the import of the order
     */
    Answer begin(Sale sale) throws GaveUp, InterruptedException;

    /**
     * When the payment's turn has come in the order's history. Once it is accepted, what needs the money can follow.
     *
     * @param begun what {@link #begin} answered
     */
    Answer finish(Sale sale, Answer begun) throws GaveUp, InterruptedException;
}
