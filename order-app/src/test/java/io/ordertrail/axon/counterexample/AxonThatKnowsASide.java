package io.ordertrail.axon.counterexample;

/** Breaks the arrow of the Axon room. */
class AxonThatKnowsASide {
    io.ordertrail.query.counterexample.ReadSide readSide;
}
