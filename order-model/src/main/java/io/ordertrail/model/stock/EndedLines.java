package io.ordertrail.model.stock;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The latest lines of which nothing is kept any more: an ask that comes late must not be taken for a new one.
 * Immutable; a change shares all but a few nodes with what it came from.
 */
public final class EndedLines {

    /** How many lines are remembered. */
    public static final int REMEMBERED = 200;

    public static final EndedLines NONE = new EndedLines(HashTreePMap.empty(), TreePMap.empty());

    private final PMap<LineId, EndedLine> byLine;

    /** By the version of the event that ended them: the oldest first. */
    private final TreePMap<Long, LineId> byAge;

    private EndedLines(PMap<LineId, EndedLine> byLine, TreePMap<Long, LineId> byAge) {
        this.byLine = byLine;
        this.byAge = byAge;
    }

    public static EndedLines of(List<EndedLine> all) {
        EndedLines ended = NONE;
        for (EndedLine line : all) {
            ended = ended.plus(line);
        }
        return ended;
    }

    public Collection<EndedLine> all() {
        return byLine.values();
    }

    public Optional<EndedLine> of(LineId line) {
        return Optional.ofNullable(byLine.get(line));
    }

    public EndedLines plus(EndedLine ended) {
        EndedLines without = minus(ended.line());
        EndedLines more = new EndedLines(
                without.byLine.plus(ended.line(), ended), without.byAge.plus(ended.version(), ended.line()));
        return more.byLine.size() > REMEMBERED
                ? more.minus(more.byAge.firstEntry().getValue())
                : more;
    }

    public EndedLines minus(LineId line) {
        EndedLine known = byLine.get(line);
        return known == null ? this : new EndedLines(byLine.minus(line), byAge.minus(known.version()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndedLines lines && byLine.equals(lines.byLine);
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
