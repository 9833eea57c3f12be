package io.ordertrail.model.kernel;

import io.ordertrail.api.message.Receipt;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Rule O7: the commands that a stream has accepted already, so that a repeat is told the first answer. It is part of an
 * aggregate's state, evolves with every event and can be stored with it in a snapshot.
 *
 * @param most how many of the latest commands are remembered, 1 or more; up to a quarter more, for they are forgotten
 *     many at a time
 * @param versions sequence number of the last event that each command made, by the command's id
 */
public record ProcessedCommands(int most, Map<String, Long> versions) {

    public ProcessedCommands {
        if (most < 1) {
            throw new IllegalArgumentException("At least one command must be remembered, not " + most);
        }
        // A state is made anew with each event: what it remembers is shared by them all, not copied.
        versions = shared(versions);
    }

    /** Nothing yet; remembers every command for ever. For streams that come to an end. */
    public static ProcessedCommands all() {
        return latest(Integer.MAX_VALUE);
    }

    /** Nothing yet; remembers the {@code most} latest commands. For streams that grow for ever. */
    public static ProcessedCommands latest(int most) {
        return new ProcessedCommands(most, Map.of());
    }

    /**
     * The answer that the command of this id was given before, if it was and is still remembered.
     *
     * @param id the aggregate
     */
    public Optional<Receipt> answerTo(String id, String commandId) {
        return Optional.ofNullable(versions.get(commandId))
                .map(version -> Receipt.of(id, version).again());
    }

    /**
     * To be called for each event: the last event of a command is its answer.
     *
     * @param commandId what caused the event; null where that was no command
     * @param version the event's sequence number
     */
    public ProcessedCommands with(@Nullable String commandId, long version) {
        if (commandId == null) {
            return this;
        }
        PMap<String, Long> more = shared(versions).plus(commandId, version);
        return new ProcessedCommands(most, more.size() > most + most / 4L ? latestOf(more) : more);
    }

    private static PMap<String, Long> shared(Map<String, Long> versions) {
        return versions instanceof PMap<String, Long> known ? known : HashTreePMap.from(versions);
    }

    private PMap<String, Long> latestOf(PMap<String, Long> all) {
        return all.minusAll(all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(all.size() - most)
                .map(Map.Entry::getKey)
                .toList());
    }
}
