package io.ordertrail.axon.lifecycle;

import java.util.function.Consumer;

/** What a release does on a database before it is at work there, while another release is. */
public interface ReleasePreparation {

    /**
     * Prepares all that can be. Broken off, it goes on where it was left.
     *
     * @param told of each thing that is done, in words
     */
    void prepare(Consumer<String> told);
}
