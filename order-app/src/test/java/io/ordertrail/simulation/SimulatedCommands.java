package io.ordertrail.simulation;

import io.ordertrail.axon.message.LocalCommands;
import io.ordertrail.axon.message.MetaKeys;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.messaging.MetaData;

/**
 * The steps of a batch of events. Half of them, by their ids, are sent at once; the others have no answer, and become
 * rows.
 */
final class SimulatedCommands implements LocalCommands {

    private BiConsumer<Object, MetaData> way = (command, asked) -> {
        throw new IllegalStateException("There is no way yet");
    };

    void sendBy(BiConsumer<Object, MetaData> other) {
        way = other;
    }

    @Override
    public List<Boolean> send(List<InSequence> commands) {
        Set<String> held = new HashSet<>();
        return commands.stream()
                .map(each -> {
                    boolean accepted = !held.contains(each.sequence()) && isSent(each);
                    if (!accepted) {
                        held.add(each.sequence());
                    }
                    return accepted;
                })
                .toList();
    }

    private boolean isSent(InSequence each) {
        if (String.valueOf(each.metaData().get(MetaKeys.COMMAND_ID)).hashCode() % 2 != 0) {
            return false;
        }
        try {
            way.accept(each.command(), each.metaData());
            return true;
        } catch (Died e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
