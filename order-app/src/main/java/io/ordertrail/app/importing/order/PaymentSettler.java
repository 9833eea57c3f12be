package io.ordertrail.app.importing.order;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.sale.Draft;

/** How the money of the orders comes into the service. Called by several threads. */
public interface PaymentSettler {

    /**
     * Before an order is placed: makes what it needs beside it. So an order that is there has it, wherever a run was
     * stopped.
     *
     * @return a refusal ends the import of the order, of which nothing was placed
     */
    Answer prepare(Draft draft) throws GaveUp, InterruptedException;

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
