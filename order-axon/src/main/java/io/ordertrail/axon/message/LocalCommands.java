package io.ordertrail.axon.message;

import java.util.List;
import org.axonframework.messaging.MetaData;

/** Sends several commands at once to their handlers in this process. */
public interface LocalCommands {

    /**
     * A command of one of several sequences.
     *
     * @param sequence while a command of it has failed, which is not to be refused, none of the later ones is handled
     */
    record InSequence(Object command, MetaData metaData, String sequence) {}

    /**
     * Sends {@code commands}, and waits until all have their answers, for 30 s at most. What was accepted may not be on
     * the disk yet: the sender must be somebody who sends the same again after a kill.
     *
     * @return for each in turn whether it was accepted. One that was not may be sent again, to be told why
     */
    List<Boolean> send(List<InSequence> commands);
}
