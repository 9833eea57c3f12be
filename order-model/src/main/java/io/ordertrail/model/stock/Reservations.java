package io.ordertrail.model.stock;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All that is kept of an item for lines of orders. Immutable, and yet a change costs no more the more there is: it
 * shares all but a few nodes with what it came from. The sums are kept beside, so nothing is ever added up.
 */
public final class Reservations {

    public static final Reservations NONE =
            new Reservations(HashTreePMap.empty(), TreePMap.empty(), EndedLines.NONE, 0, 0);

    private final PMap<LineId, Reservation> byLine;

    /** The lines that wait for units, by the version since when: the oldest first. */
    private final TreePMap<Long, LineId> waiting;

    private final EndedLines ended;
    private final long reserved;
    private final long backordered;

    private Reservations(
            PMap<LineId, Reservation> byLine,
            TreePMap<Long, LineId> waiting,
            EndedLines ended,
            long reserved,
            long backordered) {
        this.byLine = byLine;
        this.waiting = waiting;
        this.ended = ended;
        this.reserved = reserved;
        this.backordered = backordered;
    }

    public static Reservations of(List<Reservation> all, List<EndedLine> ended) {
        Reservations reservations = new Reservations(NONE.byLine, NONE.waiting, EndedLines.of(ended), 0, 0);
        for (Reservation reservation : all) {
            reservations = reservations.put(reservation, reservations.ended);
        }
        return reservations;
    }

    public Collection<Reservation> all() {
        return byLine.values();
    }

    public EndedLines ended() {
        return ended;
    }

    public long reserved() {
        return reserved;
    }

    public long backordered() {
        return backordered;
    }

    /** What is kept for a line; nothing, with what is remembered of it, where that has ended or never was. */
    public Reservation of(LineId line) {
        return byLine.containsKey(line)
                ? byLine.get(line)
                : ended.of(line).map(EndedLine::nothingKept).orElseGet(() -> Reservation.none(line));
    }

    /** The line that waits for units longer than any other. */
    public Optional<Reservation> longestWaiting() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Objects.requireNonNull(byLine.get(waiting.firstEntry().getValue())));
    }

    /** With {@code after} instead of what was kept for that line, by the event of this version. */
    public Reservations with(Reservation after, long version) {
        return put(after, after.kept() == 0 ? ended.plus(EndedLine.of(after, version)) : ended.minus(after.line()));
    }

    private Reservations put(Reservation after, EndedLines remembered) {
        LineId line = after.line();
        Reservation before = byLine.getOrDefault(line, Reservation.none(line));
        TreePMap<Long, LineId> queue = waiting;
        if (before.waitingSince() != null) {
            queue = queue.minus(before.waitingSince());
        }
        if (after.waitingSince() != null) {
            queue = queue.plus(after.waitingSince(), line);
        }
        return new Reservations(
                after.kept() == 0 ? byLine.minus(line) : byLine.plus(line, after),
                queue,
                remembered,
                reserved - before.reserved() + after.reserved(),
                backordered - before.backordered() + after.backordered());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reservations reservations
                && byLine.equals(reservations.byLine)
                && ended.equals(reservations.ended);
    }

    @Override
    public int hashCode() {
        return byLine.hashCode();
    }

    @Override
    public String toString() {
        return byLine.values().toString();
    }
}
