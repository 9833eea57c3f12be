package io.ordertrail.command.chain;

import io.ordertrail.command.verification.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that are not where, or as, the chain has them: what was done to each shows when all are known. */
final class Faults {

    /** So many are compared with each other; more are only counted. */
    private static final int MOST = 10_000;

    private final List<Fault> faults = new ArrayList<>();
    private long more;

    /**
     * @param there the event at this position; null if there is none
     * @param chained what the chain has there; null if nothing
     */
    private record Fault(long position, @Nullable StoredEvent there, byte @Nullable [] chained) {}

    /** At {@code position} is {@code there}, and should be what hashes to {@code chained}. */
    void add(long position, @Nullable StoredEvent there, byte @Nullable [] chained) {
        if (faults.size() < MOST) {
            faults.add(new Fault(position, there, chained));
        } else {
            more++;
        }
    }

    /** Tells each, the first position first. */
    void tell(Tally tally) {
        Map<String, Long> places = new HashMap<>();
        Map<String, Long> found = new HashMap<>();
        for (Fault fault : faults) {
            if (fault.chained != null) {
                places.put(text(fault.chained), fault.position);
            }
            if (fault.there != null) {
                found.put(text(fault.there.mac()), fault.position);
            }
        }
        faults.stream()
                .sorted(Comparator.comparingLong(Fault::position))
                .map(fault -> words(fault, places, found))
                .forEach(tally::breach);
        for (long n = 0; n < more; n++) {
            tally.breach("more events");
        }
    }

    private static String words(Fault fault, Map<String, Long> places, Map<String, Long> found) {
        StoredEvent there = fault.there;
        byte[] chained = fault.chained;
        Long from = there == null ? null : places.get(text(there.mac()));
        if (there != null && from != null) {
            return "position %d: %s was reordered, it was chained at position %d"
                    .formatted(fault.position, there.name(), from);
        }
        Long to = chained == null ? null : found.get(text(chained));
        if (there == null) {
            return to == null
                    ? "position %d: the event was removed".formatted(fault.position)
                    : "position %d: the event was reordered, it is at position %d now".formatted(fault.position, to);
        }
        return chained == null
                ? "position %d: %s was inserted".formatted(fault.position, there.name())
                : "position %d: %s was changed".formatted(fault.position, there.name());
    }

    private static String text(byte[] mac) {
        return HexFormat.of().formatHex(mac);
    }
}
