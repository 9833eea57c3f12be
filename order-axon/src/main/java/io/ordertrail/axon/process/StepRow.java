package io.ordertrail.axon.process;

/** The text of a {@link WaitingStep} in its row. Reading a row never fails, so that none stands in the way of others. */
record StepRow(String json) {}
