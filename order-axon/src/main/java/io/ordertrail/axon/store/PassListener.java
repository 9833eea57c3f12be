package io.ordertrail.axon.store;

/** Is told how far a pass over all stored events has come, after each event. */
@FunctionalInterface
public interface PassListener {

    /** Of a service, in which nobody waits for it. */
    PassListener NOBODY = (pass, position, end) -> {};

    /**
     * @param pass what the events are read for, in a word or two
     * @param position of the event that was read
     * @param end position of the last event that the pass will read
     */
    void at(String pass, long position, long end);
}
